package upsampling.grader.result;

import upsampling.grader.Verdict;

/// How the run of a task's tests ended, apart from what its parts saw.
///
/// @param verdict PASS for a run to the end; NOT_STARTED, TIMEOUT, CRASH, FORBIDDEN, COMPILE_ERROR, EXCEPTION or UNGRADED for one that was cut off
/// @param message the reason for the learner; empty for a run to the end
public record Ending(Verdict verdict, String message) {
    /// Every test ran to its end.
    public static final Ending FINISHED = new Ending(Verdict.PASS, "");

    /// Whether every test ran to its end.
    public boolean finished() {
        return verdict == Verdict.PASS;
    }
}
