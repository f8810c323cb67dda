package upsampling.kernel;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import upsampling.grader.engine.Engine;
import upsampling.kernel.eval.Evaluator;
import upsampling.show.Show;

/// Spends the seconds after the start, in which the learner still reads, on what the first cells would wait for.
///
/// It works in small steps and gives way: while a request is served, and for a moment after, no step begins. A step that uses the compiler ends
/// before a request is served, for there is one compiler; every other one goes on beside it, on another core if there is one. Priorities would be
/// simpler, but Linux ignores those of Java's threads.
final class WarmUp {
    /// Between two cells of a "Run All" pass some milliseconds; the warm-up must not slip in.
    private static final Duration QUIET = Duration.ofMillis(200);

    /// The forms that nearly every cell has. The first costs most. `$` keeps the names apart from a learner's.
    private static final List<String> FREQUENT = List.of("1 + 1", "var warm$ = new ArrayList<>(List.of(1, 2));",
            "for (int i = 0; i < 2; i++) {\n    System.out.println(i);\n}");

    /// Other forms: javac compiles each in another way. The error is meant. No class: of one that is dropped, the name stays, as one that
    /// is not defined yet (`Definitions`).
    private static final List<String> RARE = List.of("double warm$(double x) {\n    return x / 2;\n}",
            "upsampling.tensor.Tensor.image(new double[][] {{1, 2}, {3, 4}})", "1 / 0");

    private final long quietNanos;
    private int requests; // that are served, or wait for the present step
    private boolean busy; // with a step that a request waits for
    private long lastRequest;

    WarmUp() {
        this(QUIET);
    }

    /// @param quiet how long after a request the next step begins
    WarmUp(Duration quiet) {
        this.quietNanos = quiet.toNanos();
        this.lastRequest = System.nanoTime() - quietNanos;
    }

    /// The compiler's part for a new session.
    static List<Runnable> rehearsals(Evaluator evaluator) {
        return Stream.concat(FREQUENT.stream(), RARE.stream()).<Runnable>map(form -> () -> evaluator.rehearse(form)).toList();
    }

    /// What needs no compiler: pictures, chart and table, then what `check` runs on.
    static List<Runnable> others() {
        return Stream.concat(Show.warmUps().stream(), Engine.warmUps().stream()).toList();
    }

    /// Runs steps that use the compiler, one after the other; a request waits for the present one. To be called by one thread.
    void run(List<Runnable> steps) {
        steps.forEach(step -> run(step, true));
    }

    /// Runs steps that a request need not wait for, one after the other.
    void runBeside(List<Runnable> steps) {
        steps.forEach(step -> run(step, false));
    }

    /// A step that fails is left out: a learner who needs it will see why.
    private void run(Runnable step, boolean alone) {
        begin(alone);
        try {
            step.run();
        } catch (RuntimeException | Error _) {
            // it was only for speed
        } finally {
            if (alone) {
                end();
            }
        }
    }

    private synchronized void begin(boolean alone) {
        while (true) {
            long left = quietNanos - (System.nanoTime() - lastRequest);
            if (requests == 0 && left <= 0) {
                busy |= alone;
                return;
            }
            pause(requests > 0 ? 0 : 1 + left / 1_000_000);
        }
    }

    private synchronized void end() {
        busy = false;
        notifyAll();
    }

    /// Serves a request while no step runs that keeps the compiler.
    void pauseFor(Runnable request) {
        synchronized (this) {
            requests++;
            while (busy) {
                pause(0);
            }
        }
        try {
            request.run();
        } finally {
            synchronized (this) {
                requests--;
                lastRequest = System.nanoTime();
                notifyAll();
            }
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException impossible) { // nobody knows these threads
            throw new AssertionError(impossible);
        }
    }
}
