package upsampling.grader.jail;

import java.time.Duration;
import upsampling.grader.Verdict;
import upsampling.grader.engine.Text;
import upsampling.grader.result.Ending;

/// The time that a task may take: so much processor time, and ten times as much on the clock for one that sleeps.
public final class Budget {
    private static final int CLOCK = 10;

    private final Duration processor;
    private final long deadline;
    private Duration start;

    private Budget(Duration processor) {
        this.processor = processor;
        deadline = System.nanoTime() + processor.multipliedBy(CLOCK).toNanos();
    }

    /// Returns a budget that begins now.
    public static Budget of(Duration processor) {
        return new Budget(processor);
    }

    /// Returns the verdict if the budget is used up, else null.
    ///
    /// @param now the processor time of the program so far
    Ending exceeded(Duration now) {
        if (start == null) start = now;
        if (now.minus(start).compareTo(processor) <= 0 && System.nanoTime() < deadline) return null;
        return new Ending(Verdict.TIMEOUT, "The answer did not end within " + Text.number(processor.toMillis() / 1000.0) + " s of processor time and was stopped");
    }
}
