package upsampling.show;

import java.util.function.LongSupplier;
import upsampling.backend.Interrupts;

/// A bar that says how far a long loop is. It is updated in place, at most twice a second, and its final state stays.
///
/// ```java
/// try (Progress progress = Progress.of("training", 500)) {
///     for (int step = 1; step <= 500; step++) {
///         progress.step("loss " + Numbers.text(train(step)));
///     }
/// }
/// ```
///
/// A loop that ends early, by an exception, an interrupt or a `break`, leaves a bar that says so: "stopped at 37 of 500". While it
/// runs, the bar estimates the time that is left; the final state holds no time, so a stored notebook does not change from run to run.
/// In a console there are lines in place of the bar.
///
/// Any thread may step.
public final class Progress implements AutoCloseable {
    private static final double NANOS = 1e9;
    /// Before this much time has passed, an estimate would be a guess.
    private static final double SOONEST_ESTIMATE_SECONDS = 2;

    private final String title;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private final Live live;
    private long done;
    private String note = "";
    private boolean closed;

    private Progress(String title, long total, LongSupplier clock) {
        if (total < 0) throw new IllegalArgumentException("Progress: total must be >= 0, but was " + total);
        this.title = title;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.live = new Live(clock);
        live.update(this::bar);
    }

    /// Shows a bar at 0.
    ///
    /// @param title what goes on, such as `training`
    /// @param total after how many steps it is complete
    /// @throws IllegalArgumentException unless `total >= 0`
    public static Progress of(String title, long total) {
        return of(title, total, System::nanoTime);
    }

    static Progress of(String title, long total, LongSupplier clock) {
        return new Progress(title, total, clock);
    }

    /// One step is done; what was noted before stays.
    ///
    /// @throws IllegalStateException if this is closed
    /// @throws java.util.concurrent.CancellationException if the thread was interrupted, so that a loop of the library that steps can be stopped
    public synchronized void step() {
        step(note);
    }

    /// One step is done.
    ///
    /// @param note how it went, such as `loss .12`
    /// @throws IllegalStateException if this is closed
    /// @throws java.util.concurrent.CancellationException if the thread was interrupted, so that a loop of the library that steps can be stopped
    public synchronized void step(String note) {
        if (closed) throw new IllegalStateException("Progress: \"" + title + "\" is closed; start another one with Progress.of");
        Interrupts.check();
        this.note = note;
        done++;
        live.update(this::bar);
    }

    /// Shows the final state: complete, or where it stopped. A second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        live.update(this::bar);
        live.close();
    }

    private synchronized Shown bar() {
        boolean isComplete = done >= total;
        String count = (closed && !isComplete ? "stopped at " : "") + done + " of " + total;
        String state = note.isEmpty() ? count : count + ", " + note;
        String left = closed || isComplete ? "" : left();
        long percent = isComplete ? 100 : 100 * done / total;
        ValueDigest digest = new ValueDigest("progress").text(title).text(state);
        String mark = isComplete && closed ? "<span style=\"color:" + Ink.hex(Ink.RIGHT.deep) + ";font-weight:700\">✓</span> " : "";
        String body = mark + Html.escape(title) + " <span style=\"color:" + Ink.hex(Ink.QUIET) + "\">" + Html.escape(state + left) + "</span>"
            + "<div style=\"height:6px;margin:4px 0 4px 0;background:" + Ink.hex(Ink.LINE) + ";border-radius:3px\">"
            + "<div style=\"height:6px;width:" + percent + "%;background:" + Ink.hex((isComplete ? Ink.RIGHT : Ink.PLAIN).fill)
            + ";border-radius:3px\"></div></div>";
        return new Shown(Html.line(digest, body), title + ": " + state + left);
    }

    /// `left = elapsed * (total - done) / done`, in words.
    private String left() {
        double elapsed = (clock.getAsLong() - start) / NANOS;
        if (done == 0 || elapsed < SOONEST_ESTIMATE_SECONDS) return "";
        double seconds = elapsed * (total - done) / done;
        return seconds < 100 ? " · about " + Math.round(seconds) + " s left" : " · about " + Math.round(seconds / 60) + " min left";
    }
}
