package upsampling.kernel;

/// Makes sure that no kernel stays behind.
final class ProcessEnd {
    private static final long PATIENCE_MILLIS = 2000;

    private ProcessEnd() { }

    /// Ends this process when the one that started it ends, however it ends: a killed Jupyter server cannot shut its kernels down.
    static void withParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> now(0)));
    }

    /// Ends this process, also if a shutdown hook that a cell has registered never returns.
    static void now(int status) {
        Thread last = new Thread(() -> {
            try {
                Thread.sleep(PATIENCE_MILLIS);
            } catch (InterruptedException _) {
                // then at once
            }
            Runtime.getRuntime().halt(status);
        }, "Halt");
        last.setDaemon(true);
        last.start();
        System.exit(status);
    }
}
