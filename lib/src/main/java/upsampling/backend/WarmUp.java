package upsampling.backend;

import java.util.List;
import java.util.function.Supplier;

/// Makes Java compile the fast loops before somebody needs them. The first call of a vector loop takes up to a second: it is interpreted, and each vector is an
/// object. A thread of the lowest priority therefore sends small pictures through every loop, as soon as {@link VectorBackend} is used for the first time.
///
/// It stops where it is as soon as there is work, and goes on when there has been none for a while. It has its own memory, prints nothing, and what goes wrong
/// in it is forgotten: the same call will go wrong again where somebody sees it.
final class WarmUp {
    private static final long QUIET = 100_000_000; // ns without work, after which it goes on
    private static final long WAIT = 20; // ms between two looks

    private final Thread thread;
    private volatile long lastWork = System.nanoTime() - QUIET;

    /// @param budget ns of work after which it ends
    /// @param prepared makes, in the thread of the warm-up, calls that take about a millisecond; they are done again and again
    WarmUp(long budget, Supplier<List<Runnable>> prepared) {
        thread = Thread.ofPlatform().name("upsampling-warm-up").daemon().priority(Thread.MIN_PRIORITY).unstarted(() -> {
            try {
                List<Runnable> steps = prepared.get();
                long spent = 0;
                for (int i = 0; spent < budget; i = (i + 1) % steps.size()) {
                    while (System.nanoTime() - lastWork < QUIET) Thread.sleep(WAIT);
                    long start = System.nanoTime();
                    steps.get(i).run();
                    spent += System.nanoTime() - start;
                }
            } catch (InterruptedException | RuntimeException | LinkageError _) {
                // Nobody waits for it; see above.
            }
        });
    }

    void start() {
        thread.start();
    }

    /// There is work.
    void workArrives() {
        lastWork = System.nanoTime();
    }

    /// Waits until it is done; without work in between.
    ///
    /// @throws InterruptedException if this thread is interrupted
    void await() throws InterruptedException {
        thread.join();
    }
}
