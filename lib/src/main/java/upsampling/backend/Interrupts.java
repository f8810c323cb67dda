package upsampling.backend;

import java.util.concurrent.CancellationException;

/// Lets a long loop end when its thread is interrupted, as a notebook's stop button does.
///
/// Every loop of `lib` that may run long calls {@link #check()} once per row or plane: seldom enough to cost nothing, and often enough to stop
/// within about a tenth of a second, where a row is longest: in the matrix product of a convolution with 512 channels. The interrupt flag
/// stays set, so code that swallows the exception and goes on is stopped by its next call.
public final class Interrupts {
    private Interrupts() { }

    /// @throws CancellationException if the current thread has been interrupted
    public static void check() {
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("interrupted");
    }
}
