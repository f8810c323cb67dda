package upsampling.kernel.eval;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The threads of one session: runs a cell's code on a thread of its own, and stops it.
///
/// A thread stops at the next woven check (`StopCheck`) or in a call that can be interrupted. One that does neither, a loop inside
/// a library, is given up after a while and goes on in the background; should it ever come back to cell code, it ends there.
final class CellThreads {
    /// How long a stopped cell may take before its thread is given up.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// How often the wait looks whether the cell was stopped.
    private static final long LOOK_MILLIS = 100;

    private final ThreadGroup all = new ThreadGroup("cells");
    private final Set<Thread> givenUp = ConcurrentHashMap.newKeySet();
    private final Consumer<Boolean> raise;
    private final Consumer<Throwable> uncaught;
    private final Object lock = new Object();
    private CellGroup group;
    private volatile boolean stopping;
    private volatile long stoppedAt;

    /// @param loader has the session's stop check
    /// @param uncaught prints what a thread that a cell has started did not catch; runs on that thread
    CellThreads(SnippetLoader loader, Consumer<Throwable> uncaught) {
        this.raise = loader.connectStopCheck(this::check);
        this.uncaught = uncaught;
    }

    /// Begins a cell: what runs from now on belongs to it.
    CellGroup begin(int cell, CellOutput output, CellInput input) {
        synchronized (lock) {
            givenUp.removeIf(thread -> !thread.isAlive());
            stopping = false;
            raise.accept(!givenUp.isEmpty());
            group = new CellGroup(this, all, cell, output, input, uncaught);
            return group;
        }
    }

    /// True if the present cell was stopped.
    boolean isStopping() {
        return stopping;
    }

    /// Runs code on a new thread of the present cell and waits for it.
    ///
    /// @throws StoppedCell if the cell was stopped
    /// @throws ExecutionException with what the code threw
    <T> T call(Callable<T> code) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread;
        synchronized (lock) {
            if (stopping) {
                throw new StoppedCell();
            }
            thread = new Thread(group, task, group.getName());
            thread.setDaemon(true);
            thread.start();
        }
        while (true) {
            try {
                T result = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (stopping) {
                    throw new StoppedCell();
                }
                return result;
            } catch (TimeoutException _) {
                if (stopping && System.nanoTime() - stoppedAt > PATIENCE.toNanos()) {
                    givenUp.add(thread);
                    throw new StoppedCell();
                }
            } catch (ExecutionException failure) {
                if (stopping) {
                    throw new StoppedCell();
                }
                throw failure;
            }
        }
    }

    /// True if a thread was given up and still runs.
    boolean leftBehind() {
        return givenUp.stream().anyMatch(Thread::isAlive);
    }

    /// Stops the present cell, and every thread that a cell has started.
    void stop() {
        synchronized (lock) {
            stop(group, () -> { });
        }
    }

    /// The same if the cell is still the present one: an alarm that comes late must not stop the next cell.
    ///
    /// @param first what to do before, if the cell is to be stopped
    void stop(CellGroup cell, Runnable first) {
        synchronized (lock) {
            if (cell != group) {
                return;
            }
            first.run();
            if (!stopping) {
                stopping = true;
                stoppedAt = System.nanoTime();
            }
            raise.accept(true);
            Thread[] threads = new Thread[all.activeCount() + 16];
            int count = all.enumerate(threads);
            for (int i = 0; i < count; i++) {
                threads[i].interrupt();
            }
        }
    }

    /// Stops one thread, and nothing else: for an answer that `check` has given enough time. A thread of no cell is interrupted only.
    static void stopOnly(Thread thread) {
        CellGroup cell = CellGroup.of(thread);
        if (cell != null) {
            CellThreads session = cell.session();
            synchronized (session.lock) {
                session.givenUp.add(thread);
                session.raise.accept(true);
            }
        }
        thread.interrupt();
    }

    /// What the raised stop check asks on the thread that found it raised.
    private void check() {
        if (stopping || givenUp.contains(Thread.currentThread())) {
            throw new StoppedCell();
        }
    }
}
