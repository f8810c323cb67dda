package upsampling.grader.batch;

import java.util.List;
import upsampling.grader.Verdict;

/// What was seen of a submission's answers to one lesson.
///
/// @param lesson its number
/// @param tasks every task of the lesson, in its order
/// @param remarks sentences about files that were not graded
/// @param compileMillis processor time of the compiler
public record UnitResult(int lesson, List<TaskRun> tasks, List<String> remarks, long compileMillis) {
    /// Whether the grader could do its work for every task.
    public boolean isGraded() {
        return tasks.stream().noneMatch(run -> run.ending().verdict() == Verdict.UNGRADED);
    }
}
