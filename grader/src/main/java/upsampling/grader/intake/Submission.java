package upsampling.grader.intake;

import java.util.List;

/// What one student, or one team, handed in.
///
/// @param id unique in its batch and the same in every run; a safe file name of letters, digits, `-`, `_` and `.`
/// @param name what the source calls the student, raw, for people; escape it where it is shown
/// @param files what can be graded, ordered by lesson and name; empty if the submission is rejected
/// @param status whether a person must look
/// @param remarks what was refused, replaced or guessed, a sentence each
/// @param ignored what was left out because it is no answer, by path
public record Submission(String id, String name, List<SourceFile> files, Status status, List<String> remarks, List<String> ignored) {
    /// What becomes of a submission.
    public enum Status {
        /// Graded.
        OK,
        /// Graded, and its remarks are for a person to read.
        WARNED,
        /// Not graded: a person must look.
        REJECTED
    }

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if it is rejected and has files, or needs a person and has no remark
    public Submission {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
        ignored = List.copyOf(ignored);
        if (status == Status.REJECTED && !files.isEmpty()) throw new IllegalArgumentException("Submission: " + id + " is rejected, so it has no files");
        if (status != Status.OK && remarks.isEmpty()) throw new IllegalArgumentException("Submission: " + id + " is " + status + ", but no remark says why");
    }

    static Submission rejected(String id, String name, List<String> remarks, List<String> ignored) {
        return new Submission(id, name, List.of(), Status.REJECTED, remarks, ignored);
    }
}
