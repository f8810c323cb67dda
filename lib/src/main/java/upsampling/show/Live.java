package upsampling.show;

import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A place below the cell whose content is replaced: for a training curve that grows while the training runs.
///
/// ```java
/// try (Live live = Show.live()) {
///     for (int step = 1; step <= 500; step++) {
///         losses[step] = train(step);
///         live.update(() -> lossCurve(losses));
///     }
/// }
/// ```
///
/// At most two updates a second are drawn and shown; of those in between only the last is kept, and {@link #close} shows it. So the picture that
/// stays, and that a stored notebook holds, is the final one. The place belongs to the cell that showed something in it first; a later cell may
/// go on with it. Where nothing can be replaced (a console, other kernels) the text of the final picture is printed, and now and
/// then one in between.
///
/// Any thread may update; a picture is drawn by the thread that calls.
public final class Live implements AutoCloseable {
    /// No front end draws faster without flicker, and no eye reads faster.
    static final long PAUSE_NANOS = 500_000_000L;

    private final String id = UUID.randomUUID().toString(); // never the id of a picture that an earlier kernel left in the notebook
    private final LongSupplier clock;
    private Supplier<?> waiting;
    private Shown last;
    private long lastAt;
    private boolean closed;

    Live(LongSupplier clock) {
        this.clock = clock;
    }

    /// Replaces what is shown, by anything that `Show.show` can show.
    ///
    /// @throws IllegalStateException if this is closed
    public void update(Object value) {
        update(() -> value);
    }

    /// Replaces what is shown. Only a picture that is really shown is drawn: it costs nothing to call this in every step.
    ///
    /// @param picture draws what `Show.show` can show, as it is when it is called
    /// @throws IllegalStateException if this is closed
    public synchronized void update(Supplier<?> picture) {
        if (closed) throw new IllegalStateException("Live: it is closed; open another one with Show.live()");
        waiting = picture;
        long now = clock.getAsLong();
        if (last == null || now - lastAt >= PAUSE_NANOS) show(now, false);
    }

    /// Shows the last update, if it still waits. Nothing can be replaced afterwards; a second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        if (waiting != null || last != null) show(clock.getAsLong(), true);
    }

    private void show(long now, boolean isFinal) {
        if (waiting != null) {
            Supplier<?> picture = waiting;
            waiting = null; // one that cannot be drawn is not tried again
            last = Show.shown(picture.get());
        }
        lastAt = now;
        Show.replace(last, id, isFinal);
    }
}
