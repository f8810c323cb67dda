package upsampling.bench.speed;

import java.io.PrintStream;
import java.util.Locale;

/// Says on standard error what is being measured and how long it will still take: a line that is rewritten on a terminal, elsewhere a line per row.
final class SpeedProgress {
    private static final int WIDTH = 110;
    private static final double SECOND = 1e9;

    private final PrintStream err = System.err;
    private final boolean isTerminal = System.console() != null && System.console().isTerminal();
    private final int threads;
    private final int total;
    private long start = System.nanoTime();

    /// @param threads of this JVM
    /// @param total rows
    SpeedProgress(int threads, int total) {
        this.threads = threads;
        this.total = total;
    }

    /// Something before the rows is being done.
    void step(String what) {
        print(prefix() + what);
    }

    /// The rows begin: from now on the time is measured that a row takes.
    void begin() {
        start = System.nanoTime();
    }

    /// A row is about to be measured.
    ///
    /// @param done rows before it
    void row(int done, Entry entry) {
        print(prefix() + line(done, total, (System.nanoTime() - start) / SECOND) + ": " + entry.direction().word() + " " + entry.workload().text());
    }

    private String prefix() {
        return threads + (threads == 1 ? " thread, " : " threads, ");
    }

    /// Returns the text for a row after some seconds: `left = elapsed * (total - done) / done`.
    static String line(int done, int total, double seconds) {
        String row = "row " + (done + 1) + " of " + total;
        if (done == 0) return row;
        double left = seconds * (total - done) / done;
        return row + (left < 100 ? String.format(Locale.ROOT, ", about %.0f s left", left) : String.format(Locale.ROOT, ", about %.1f min left", left / 60));
    }

    private void print(String text) {
        String fitting = text.length() > WIDTH ? text.substring(0, WIDTH) : text + " ".repeat(WIDTH - text.length());
        err.print(isTerminal ? "\r" + fitting : text + System.lineSeparator());
        err.flush();
    }

    /// A row cannot be measured.
    void problem(Entry entry, RuntimeException reason) {
        close();
        err.println("course: " + entry.direction().word() + " " + entry.workload().text() + " cannot be measured: " + reason.getMessage());
    }

    /// All rows are measured: the line makes room for the result.
    void close() {
        if (isTerminal) err.print("\r" + " ".repeat(WIDTH) + "\r");
        err.flush();
    }
}
