package upsampling.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import upsampling.grader.engine.Engine;
import upsampling.kernel.eval.Evaluator;
import upsampling.show.Show;

/// Spends the seconds after the start, in which the learner still reads, on what the first cells would wait for.
///
/// It works in small steps and gives way: while a request is served, and for a moment after, no step begins, so a request waits for one
/// step at most. Priorities would be simpler, but Linux ignores those of Java's threads.
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
    private boolean stepping;
    private long lastRequest;

    WarmUp() {
        this(QUIET);
    }

    /// @param quiet how long after a request the next step begins
    WarmUp(Duration quiet) {
        this.quietNanos = quiet.toNanos();
        this.lastRequest = System.nanoTime() - quietNanos;
    }

    /// What to do for a new session: the compiler, then picture and chart, then what `check` runs on. The table, the longest step, comes last.
    static List<Runnable> steps(Evaluator evaluator) {
        List<Runnable> steps = new ArrayList<>();
        FREQUENT.forEach(form -> steps.add(() -> evaluator.rehearse(form)));
        List<Runnable> figures = Show.warmUps();
        steps.addAll(figures.subList(0, figures.size() - 1));
        RARE.forEach(form -> steps.add(() -> evaluator.rehearse(form)));
        steps.addAll(Engine.warmUps());
        steps.add(figures.getLast());
        return steps;
    }

    /// Runs the steps one after the other and returns after the last. One that fails is left out: a learner who needs it will see why.
    void run(List<Runnable> steps) {
        for (Runnable step : steps) {
            begin();
            try {
                step.run();
            } catch (RuntimeException | Error _) {
                // it was only for speed
            } finally {
                end();
            }
        }
    }

    private synchronized void begin() {
        while (true) {
            long left = quietNanos - (System.nanoTime() - lastRequest);
            if (requests == 0 && left <= 0) {
                stepping = true;
                return;
            }
            pause(requests > 0 ? 0 : 1 + left / 1_000_000);
        }
    }

    private synchronized void end() {
        stepping = false;
        notifyAll();
    }

    /// Serves a request while no step runs.
    void pauseFor(Runnable request) {
        synchronized (this) {
            requests++;
            while (stepping) {
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
