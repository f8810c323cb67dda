package upsampling.tensor;

/// A window that slides along one axis. This is the only place in the course where output sizes are computed.
///
/// ```
/// effective kernel   keff = dilation*(kernel - 1) + 1
/// output size        floor((in + 2*padding - keff) / stride) + 1
/// ```
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relations 6 and 15.
///
/// @param kernel number of taps, >= 1
/// @param stride step between two positions, >= 1
/// @param padding cells added on *each* side, >= 0
/// @param dilation distance between two taps, >= 1; 1 is dense
public record Window(int kernel, int stride, int padding, int dilation) {

    /// @throws IllegalArgumentException unless `kernel, stride, dilation >= 1` and `padding >= 0`
    public Window {
        Checks.atLeast(1, "Window", "kernel", kernel);
        Checks.atLeast(1, "Window", "stride", stride);
        Checks.atLeast(0, "Window", "padding", padding);
        Checks.atLeast(1, "Window", "dilation", dilation);
    }

    /// Returns a dense window with stride 1 and no padding.
    public static Window of(int kernel) {
        return new Window(kernel, 1, 0, 1);
    }

    /// Returns this window with another stride.
    public Window withStride(int newStride) {
        return new Window(kernel, newStride, padding, dilation);
    }

    /// Returns this window with another padding.
    public Window withPadding(int newPadding) {
        return new Window(kernel, stride, newPadding, dilation);
    }

    /// Returns this window with another dilation.
    public Window withDilation(int newDilation) {
        return new Window(kernel, stride, padding, newDilation);
    }

    /// Returns how many cells the window spans, `dilation*(kernel - 1) + 1`.
    public int effectiveKernel() {
        return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
    }

    /// Returns the short form used in figures, such as `k3 s2 p1` or `k3 s1 d2`.
    @Override
    public String toString() {
        return "k" + kernel + " s" + stride + (padding == 0 ? "" : " p" + padding) + (dilation == 1 ? "" : " d" + dilation);
    }
}
