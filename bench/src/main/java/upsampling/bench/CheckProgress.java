package upsampling.bench;

import java.io.PrintStream;

/// Says on standard error how far a check is and how long it will take: a line that is rewritten on a terminal, elsewhere a line every half minute.
/// Nothing in the first two seconds.
final class CheckProgress {
    private static final long SECOND = 1_000_000_000L;
    private static final long SILENT = 2 * SECOND;
    private static final int WIDTH = 90;

    private final PrintStream err = System.err;
    private final boolean isTerminal = System.console() != null && System.console().isTerminal();
    private final long start = System.nanoTime();
    private final long total;
    private long before;
    private long last = start;
    private boolean isOpen;

    /// @param total cases of all operators together
    CheckProgress(long total) {
        this.total = total;
    }

    /// @param done cases of this operator that are done
    void step(String operator, long done) {
        long now = System.nanoTime();
        if (now - start < SILENT || now - last < (isTerminal ? SECOND / 4 : 30 * SECOND)) return;
        last = now;
        String text = operator + ": " + line(before + done, total, (now - start) / (double) SECOND);
        err.print(isTerminal ? "\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())) : text + System.lineSeparator());
        err.flush();
        isOpen = isTerminal;
    }

    /// Returns the text for `done` of `total` cases after some seconds: `left = elapsed * (total - done) / done`.
    static String line(long done, long total, double seconds) {
        long left = Math.round(seconds * (total - done) / done);
        return done + " of " + total + " cases (" + 100 * done / total + " %), about " + (left < 100 ? left + " s" : Math.round(left / 60.0) + " min") + " left";
    }

    /// An operator is finished; its line may be printed.
    void finished(long cases) {
        before += cases;
        if (isOpen) err.print("\r" + " ".repeat(WIDTH) + "\r");
        err.flush();
        isOpen = false;
    }
}
