package upsampling.grader;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Counterexample;
import upsampling.grader.shrink.FailedCall;
import upsampling.grader.shrink.Oracles;
import upsampling.grader.shrink.Shrinker;

/// Looks for the smallest counterexample in this virtual machine, on a watched thread: some simpler input may make the answer loop.
final class SmallestSearch {
    /// The search itself ends after one second, unless the answer never returns.
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private SmallestSearch() { }

    /// Returns the simplest input found on which the answer is wrong, or null.
    ///
    /// @param failed the call that failed; null if none did
    static Counterexample of(TaskPlan task, Object answer, FailedCall failed) {
        if (failed == null || Thread.currentThread().isInterrupted()) return null;
        Object oracle = Oracles.of(task.method().getDeclaringClass());
        if (oracle == null) return null;
        var smallest = new AtomicReference<Counterexample>();
        PrintStream out = System.out;
        PrintStream err = System.err;
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere); // an answer that prints has said everything in the tests; now it would say it hundreds of times
        System.setErr(nowhere);
        try {
            Watch.run("smallest " + task.id(), LIMIT, () -> Shrinker.shrink(failed, answer, oracle, smallest::set));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return smallest.get();
    }
}
