package upsampling.bench.speed;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Measures only while the machine is ours: other programs, or other customers of the same computer, take cores away for moments.
///
/// A known loop runs on all threads before and after a block of calls. If it is slower than 88 % of the best that it has ever been, somebody disturbs: the
/// gate waits, or the block is measured again. For one row it waits so often at most, and so long; then the row is measured as it is, and says so.
final class Gate {
    static final double QUIET = 0.88;
    private static final int PROBES = 3;

    private final DoubleSupplier speed;
    private final Runnable pause;
    private final LongSupplier clock;
    private final BooleanSupplier isStopped;
    private final int mostWaits;
    private double best;
    private int waits;
    private long deadline = Long.MAX_VALUE;
    private boolean isDisturbed;

    /// @param speed runs the loop and says how fast it was
    /// @param pause waits a moment
    /// @param clock the time in nanoseconds
    /// @param isStopped asked before each wait
    /// @param mostWaits of one row
    Gate(DoubleSupplier speed, Runnable pause, LongSupplier clock, BooleanSupplier isStopped, int mostWaits) {
        this.speed = speed;
        this.pause = pause;
        this.clock = clock;
        this.isStopped = isStopped;
        this.mostWaits = mostWaits;
    }

    /// How often the gate has waited in this row.
    int waits() {
        return waits;
    }

    /// Whether it must not wait any more in this row.
    boolean isExhausted() {
        return waits >= mostWaits || clock.getAsLong() >= deadline;
    }

    /// Whether a block of this row counts although the machine was not quiet.
    boolean isDisturbed() {
        return isDisturbed;
    }

    /// A new row begins.
    ///
    /// @param newDeadline time of the clock from which on it does not wait any more
    void reset(long newDeadline) {
        waits = 0;
        isDisturbed = false;
        deadline = newDeadline;
    }

    /// Whether the machine is quiet now: the middle of three runs of the loop is near the best.
    boolean isQuiet() {
        double[] probes = new double[PROBES];
        for (int i = 0; i < PROBES; i++) probes[i] = speed.getAsDouble();
        double now = Statistics.median(probes);
        best = Math.max(best, now);
        return now >= QUIET * best;
    }

    /// Waits until the machine is quiet, or until it has waited too often.
    void await() {
        while (!isExhausted() && !isStopped.getAsBoolean() && !isQuiet()) {
            waits++;
            pause.run();
        }
    }

    /// Measures something between two quiet moments, again if it was disturbed.
    ///
    /// @param block returns what it has measured
    /// @return of the block that ended in a quiet moment; if there is none, the smallest, since disturbances only add
    double measure(DoubleSupplier block) {
        double smallest = Double.POSITIVE_INFINITY;
        while (true) {
            await();
            double measured = block.getAsDouble();
            smallest = Math.min(smallest, measured);
            if (isQuiet()) return measured;
            if (isStopped.getAsBoolean() || isExhausted()) {
                isDisturbed = true;
                return smallest;
            }
            waits++;
        }
    }
}
