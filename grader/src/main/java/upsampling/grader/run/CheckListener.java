package upsampling.grader.run;

import upsampling.grader.result.TaskResult;

/// Hears how far a check is.
public interface CheckListener {
    /// Hears nothing.
    CheckListener NONE = new CheckListener() { };

    /// A task's answer is about to be graded.
    ///
    /// @param task such as `1.2`
    /// @param index its number, from 1
    /// @param of how many tasks were selected
    default void started(String task, int index, int of) { }

    /// A task has its result.
    default void finished(TaskResult result) { }
}
