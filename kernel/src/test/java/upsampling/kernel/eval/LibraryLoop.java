package upsampling.kernel.eval;

/// Called by cells: a loop in a library, where no stop check is woven in and nothing can be interrupted.
public final class LibraryLoop {
    /// Ends the loop, which no cell could.
    public static volatile boolean end;

    private LibraryLoop() { }

    /// Runs until `end`.
    public static void run() {
        while (!end) {
            Thread.onSpinWait();
        }
    }

    /// Runs for ever, if the steps let it.
    public static void stepping(Runnable step) {
        while (true) {
            step.run();
        }
    }
}
