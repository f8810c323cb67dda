package upsampling.grader.shrink;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Planes;
import upsampling.tensor.Tensor;

/// Makes a failed call simpler as long as the answer disagrees with the oracle in the same way: sizes first, then values.
///
/// Greedy: the first simpler call that still fails takes the place of the old one. A call counts only if it fails twice alike, so what is
/// reported can be repeated; an answer that gives something else each time has no counterexample. The answer's code runs on the calling thread:
/// whoever calls sets a limit for the answer that never returns, and hears of every success at once.
public final class Shrinker {
    private static final int MOST_TRIES = 500;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);

    private final Object answer;
    private final Object oracle;
    private final Consumer<Counterexample> found;
    private final long deadline;
    private int tries;
    private int steps;
    private FailedCall best;
    private Disagreement how;

    private Shrinker(FailedCall call, Object answer, Object oracle, Consumer<Counterexample> found) {
        this.answer = answer;
        this.oracle = oracle;
        this.found = found;
        best = call;
        deadline = System.nanoTime() + MOST_TIME.toNanos();
    }

    /// Looks for the simplest call on which the answer is wrong, in at most {@value #MOST_TRIES} tries and one second.
    ///
    /// @param call a call that failed
    /// @param answer the answer
    /// @param oracle an object that knows the right results
    /// @param found hears of the failed call and of each simpler one, the simplest last; of nothing if answer and oracle agree on the call
    /// @return the simplest call that fails, or null if answer and oracle agree on the first one
    public static FailedCall shrink(FailedCall call, Object answer, Object oracle, Consumer<Counterexample> found) {
        return new Shrinker(call, answer, oracle, found).run();
    }

    /// Returns how the answer is wrong on one call, as it is; null if it is right.
    public static Counterexample compare(FailedCall call, Object answer, Object oracle) {
        var shrinker = new Shrinker(call, answer, oracle, _ -> { });
        shrinker.how = shrinker.confirmed(call);
        return shrinker.how == null ? null : shrinker.counterexample();
    }

    private FailedCall run() {
        how = confirmed(best);
        if (how == null) return null;
        report();
        boolean simpler;
        do {
            simpler = go(Moves::sizes);
            simpler |= go(Moves::values);
        } while (simpler && !isOver());
        return best;
    }

    /// Takes steps of one sort as long as one helps; whether any did.
    private boolean go(Function<Object[], List<Object[]>> moves) {
        int before = steps;
        while (step(moves.apply(best.arguments()))) { }
        return steps > before;
    }

    private boolean step(List<Object[]> candidates) {
        for (Object[] candidate : candidates) {
            if (isOver()) return false;
            FailedCall call = best.with(candidate);
            tries++;
            Disagreement now = confirmed(call);
            if (now == null || !now.kind().equals(how.kind())) continue;
            best = call;
            how = now;
            steps++;
            report();
            return true;
        }
        return false;
    }

    /// Returns how the answer is wrong on a call, or null if it is right or wrong in another way each time.
    private Disagreement confirmed(FailedCall call) {
        Disagreement once = Disagreement.on(call, answer, oracle);
        if (once == null) return null;
        Disagreement again = Disagreement.on(call, answer, oracle);
        return again != null && again.message().equals(once.message()) ? again : null;
    }

    private boolean isOver() {
        return tries >= MOST_TRIES || System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted();
    }

    private void report() {
        found.accept(counterexample());
    }

    private Counterexample counterexample() {
        return new Counterexample(best.text(), how.message(), how.expected(), how.actual(), input(how.planes()), how.planes(), steps);
    }

    /// Returns the plane of the first tensor that belongs to the difference, or its first plane.
    private double[][] input(Planes planes) {
        for (Object argument : best.arguments()) {
            if (!(argument instanceof Tensor x)) continue;
            boolean same = planes != null && planes.n() < x.shape().n() && planes.c() < x.shape().c();
            return same ? x.plane(planes.n(), planes.c()) : x.plane(0, 0);
        }
        return null;
    }
}
