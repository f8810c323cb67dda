package upsampling.grader.batch;

import upsampling.grader.intake.Submission;

/// Hears how far a batch is; called from several threads.
@FunctionalInterface
public interface BatchListener {
    /// A submission is finished.
    ///
    /// @param isGraded false if the grader failed; a person has to look
    void finished(Submission submission, boolean isGraded);
}
