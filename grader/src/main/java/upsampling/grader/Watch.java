package upsampling.grader;

import java.time.Duration;
import java.util.function.Consumer;

import upsampling.grader.engine.Text;
import upsampling.grader.result.Ending;

/// Runs code on a thread of its own and gives up waiting when its time is over.
///
/// Java cannot stop a thread from outside. The thread is interrupted, which ends a wait, and a kernel may know how to end a loop of a cell
/// ({@link Check#stopThreadsWith}). A loop that goes on all the same keeps a core busy until the kernel is interrupted or restarted, and the
/// message says so.
final class Watch {
    private static final Duration GRACE = Duration.ofMillis(500);

    private static volatile Consumer<Thread> stopper = Thread::interrupt;

    private Watch() { }

    static void stopThreadsWith(Consumer<Thread> newStopper) {
        stopper = newStopper;
    }

    /// Returns null if the code ended in time, else how it was cut off.
    static Ending run(String name, Duration limit, Runnable code) {
        var failure = new Throwable[1];
        var thread = new Thread(Thread.currentThread().getThreadGroup(), code, name); // the cell's group: its interrupt reaches this thread too
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure[0] = thrown);
        thread.start();
        try {
            if (thread.join(limit)) return failure[0] == null ? null : new Ending(Verdict.UNGRADED, "the grader itself failed: " + failure[0]);
            stopper.accept(thread);
            boolean ended = thread.join(GRACE);
            return new Ending(Verdict.TIMEOUT, "The answer did not end within " + Text.number(limit.toMillis() / 1000.0) + " s and was interrupted"
                + (ended ? "" : "; it is still running: interrupt or restart the kernel to stop it"));
        } catch (InterruptedException interrupted) {
            stopper.accept(thread);
            Thread.currentThread().interrupt(); // the cell is to stop: whoever called check must see it
            return new Ending(Verdict.TIMEOUT, "The answer was interrupted before it ended");
        }
    }
}
