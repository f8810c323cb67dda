package upsampling.cli;

import java.io.PrintStream;

/// Progress on standard error: one line that is rewritten on a terminal; elsewhere, such as in the log of a cluster's job, a line now and then. Standard output stays free for results.
final class Progress implements AutoCloseable {
    private static final int BAR = 24;
    private static final int WIDTH = 100;
    private static final long QUIET_NANOS = 20_000_000_000L;

    private final PrintStream err = System.err;
    private final boolean terminal;
    private boolean open;
    private long lastLine = System.nanoTime();

    Progress() {
        this.terminal = Boolean.getBoolean("course.terminal") || System.console() != null && System.console().isTerminal();
    }

    boolean isTerminal() {
        return terminal;
    }

    /// Shows step `done` of `total`; `what` is what is being done now.
    synchronized void step(int done, int total, String what) {
        if (!terminal) {
            if (System.nanoTime() - lastLine > QUIET_NANOS) line(done + "/" + total + " " + what);
            return;
        }
        int filled = total == 0 ? 0 : Math.min(BAR, done * BAR / total);
        String text = "[" + "█".repeat(filled) + "·".repeat(BAR - filled) + "] " + done + "/" + total + " " + what;
        err.print("\r" + fit(text) + "\r");
        err.flush();
        open = true;
    }

    /// Prints a line that stays.
    synchronized void line(String text) {
        clear();
        err.println(text);
        lastLine = System.nanoTime();
    }

    private static String fit(String text) {
        return text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text + " ".repeat(WIDTH - text.length());
    }

    private void clear() {
        if (open) err.print("\r" + " ".repeat(WIDTH) + "\r");
        open = false;
    }

    @Override
    public synchronized void close() {
        clear();
        err.flush();
    }
}
