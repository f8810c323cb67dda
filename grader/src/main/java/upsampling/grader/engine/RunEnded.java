package upsampling.grader.engine;

import upsampling.grader.Verdict;
import upsampling.grader.result.Ending;

/// The end of a run in the middle of a call: the machine that holds the answer is gone. It goes through every test and every `catch` of an exception.
public final class RunEnded extends Error {
    private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    /// @param ending how the run ended
    public RunEnded(Ending ending) {
        super(ending.message(), null, false, false);
        this.ending = ending;
    }

    /// Returns the end of a run by an answer that disturbs its machine.
    ///
    /// @param how in a few words
    public static RunEnded crash(String how) {
        return new RunEnded(new Ending(Verdict.CRASH, "The answer disturbed its virtual machine: " + how));
    }

    /// Returns how the run ended.
    public Ending ending() {
        return ending;
    }
}
