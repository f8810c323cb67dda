package upsampling.tensor;

/// A window that slides along one axis. This is the only place in the course where output sizes are computed.
///
/// ```
/// effective kernel   keff = dilation*(kernel - 1) + 1
/// output size        floor((in + 2*padding - keff) / stride) + 1
/// ceil mode          floor((in + 2*padding - keff + stride - 1) / stride) + 1,
///                    minus 1 if the last window would then start at or beyond in + padding (padded coordinates)
/// transposed size    stride*(in - 1) - 2*padding + keff: the smallest axis on which the window has in positions
/// ```
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relations 6, 13 and 15; the last-window rule of
/// ceil mode is PyTorch's. Notebook: `01-pooling.ipynb`.
///
/// @param kernel number of taps, >= 1
/// @param stride step between two positions, >= 1
/// @param padding cells added on *each* side, >= 0
/// @param dilation distance between two taps, >= 1; 1 is dense
public record Window(int kernel, int stride, int padding, int dilation) {

    /// @throws IllegalArgumentException unless `kernel, stride, dilation >= 1` and `padding >= 0`
    /// @throws ArithmeticException if the effective kernel does not fit an `int`
    public Window {
        Checks.atLeast(1, "Window", "kernel", kernel);
        Checks.atLeast(1, "Window", "stride", stride);
        Checks.atLeast(0, "Window", "padding", padding);
        Checks.atLeast(1, "Window", "dilation", dilation);
        if (dilation * (kernel - 1L) + 1 > Integer.MAX_VALUE) {
            throw new ArithmeticException("Window: effective kernel %d*(%d-1)+1 does not fit an int".formatted(dilation, kernel));
        }
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
        return dilation * (kernel - 1) + 1;
    }

    /// Returns how many positions the window has on an axis of `in` cells; windows that do not fit completely are left out.
    ///
    /// @throws IllegalArgumentException unless `in >= 1` and the window fits at least once
    /// @throws ArithmeticException if the result does not fit an `int`
    public int outputSize(int in) {
        return outputSize("Window", "size", in, false);
    }

    /// Returns how many positions the window has on an axis of `in` cells.
    ///
    /// @param ceilMode also counts a last window that fits only partly, if it starts inside the input or its left padding
    /// @throws IllegalArgumentException unless `in >= 1` and there is at least one position
    /// @throws ArithmeticException if the result does not fit an `int`
    public int outputSize(int in, boolean ceilMode) {
        return outputSize("Window", "size", in, ceilMode);
    }

    /// The same size for an operator, which is named in the message.
    ///
    /// @param who the operator, such as `MaxPool2d`
    /// @param axis what is computed: `height`, `width` or `size`
    /// @throws IllegalArgumentException unless `in >= 1` and there is at least one position
    /// @throws ArithmeticException if the result does not fit an `int`
    public int outputSize(String who, String axis, int in, boolean ceilMode) {
        Checks.atLeast(1, who, "input " + axis, in);
        long room = in + 2L * padding - effectiveKernel() + (ceilMode ? stride - 1 : 0); // long: a padding may be huge
        // floorDiv, since Java's / rounds -1/2 to 0 and would turn a window that does not fit into one position.
        long out = Math.floorDiv(room, (long) stride) + 1;
        if (out < 1) throw new IllegalArgumentException(doesNotFit(who, axis, in, ceilMode, out));
        if (ceilMode && (out - 1) * stride >= (long) in + padding) out--;
        if (out > Integer.MAX_VALUE) throw Checks.tooLarge(who, "output " + axis, out, formula(in, ceilMode));
        return (int) out;
    }

    private String doesNotFit(String who, String axis, int in, boolean ceilMode, long out) {
        int slack = ceilMode ? stride - 1 : 0;
        int leastIn = effectiveKernel() - 2 * padding - slack;
        int leastPadding = Math.ceilDiv(effectiveKernel() - slack - in, 2);
        return "%s: output %s would be %d = %s".formatted(who, axis, out, formula(in, ceilMode))
                + " (in=%d, padding=%d, dilation=%d, kernel=%d, stride=%d%s); padding >= %d or in >= %d would fit".formatted(
                        in, padding, dilation, kernel, stride, ceilMode ? ", ceil mode" : "", leastPadding, leastIn);
    }

    private String formula(int in, boolean ceilMode) {
        return "floor((%d + 2*%d - %d*(%d-1) - 1%s) / %d) + 1".formatted(in, padding, dilation, kernel, ceilMode ? " + " + stride + "-1" : "", stride);
    }

    /// Returns the smallest axis on which this window has `in` positions: what a transposed operator makes of `in` cells.
    ///
    /// @throws IllegalArgumentException unless `in >= 1` and the result is >= 1
    /// @throws ArithmeticException if the result does not fit an `int`
    public int transposedOutputSize(int in) {
        return transposedOutputSize("Window", "size", in);
    }

    /// The same size for an operator, which is named in the message.
    ///
    /// @param who the operator, such as `MaxUnpool2d`
    /// @param axis what is computed: `height`, `width` or `size`
    /// @throws IllegalArgumentException unless `in >= 1` and the result is >= 1
    /// @throws ArithmeticException if the result does not fit an `int`
    public int transposedOutputSize(String who, String axis, int in) {
        return transposedOutputSize(who, axis, in, 0);
    }

    /// The same size plus an output padding: cells at the end of the axis. Up to `stride - 1` of them, the window still has `in` positions
    /// there: the sizes that a stride rounds down to the same number.
    ///
    /// @param outputPadding in `0 .. max(stride, dilation) - 1`
    /// @throws IllegalArgumentException unless `in >= 1`, the output padding is in that range and the result is >= 1
    /// @throws ArithmeticException if the result does not fit an `int`
    public int transposedOutputSize(String who, String axis, int in, int outputPadding) {
        Checks.atLeast(1, who, "input " + axis, in);
        int most = Math.max(stride, dilation) - 1;
        if (outputPadding < 0 || outputPadding > most) {
            throw new IllegalArgumentException("%s: output padding of the %s must be in 0..%d (less than max(stride=%d, dilation=%d)), but was %d".formatted(
                    who, axis, most, stride, dilation, outputPadding));
        }
        long out = transposedSpan(in) + outputPadding;
        if (out < 1) {
            throw new IllegalArgumentException("%s: output %s would be %d = %s".formatted(who, axis, out, transposedFormula(in, outputPadding))
                    + " (in=%d, stride=%d, padding=%d, dilation=%d, kernel=%d%s); padding <= %d would fit".formatted(in, stride, padding, dilation, kernel,
                            outputPadding == 0 ? "" : ", outputPadding=" + outputPadding, (out + 2L * padding - 1) / 2));
        }
        if (out > Integer.MAX_VALUE) throw Checks.tooLarge(who, "output " + axis, out, transposedFormula(in, outputPadding));
        return (int) out;
    }

    private String transposedFormula(int in, int outputPadding) {
        return "%d*(%d-1) - 2*%d + %d*(%d-1) + 1%s".formatted(stride, in, padding, dilation, kernel, outputPadding == 0 ? "" : " + " + outputPadding);
    }

    /// Returns the output padding with which `in` cells become `wanted` ones.
    ///
    /// @throws IllegalArgumentException unless `in >= 1` and `wanted` is one of the `stride` sizes from the smallest one on
    public int outputPaddingFor(String who, String axis, int in, int wanted) {
        Checks.atLeast(1, who, "input " + axis, in);
        long least = transposedSpan(in);
        if (wanted < Math.max(1, least) || wanted > least + stride - 1) {
            throw new IllegalArgumentException("%s: output %s must be in %d..%d, but was %d; the least is %d = %d*(%d-1) - 2*%d + %d*(%d-1) + 1, the others add less than stride=%d"
                    .formatted(who, axis, Math.max(1, least), least + stride - 1, wanted, least, stride, in, padding, dilation, kernel, stride));
        }
        return (int) (wanted - least);
    }

    /// Returns the same number unchecked, `stride*(in - 1) - 2*padding + keff`; a large padding makes it smaller than 1.
    public long transposedSpan(int in) {
        return (long) stride * (in - 1) - 2L * padding + effectiveKernel();
    }

    /// Returns the cell that tap `tap` sees at position `out`, `out*stride - padding + tap*dilation`. It lies in the padding if it is negative
    /// or not below the size of the input.
    public int cell(int out, int tap) {
        return out * stride - padding + tap * dilation;
    }

    /// Returns the first tap whose cell is not in the padding before the input. The window keeps its dilation phase: moving its start to
    /// cell 0 instead would change which cells it sees.
    public int firstTap(int out) {
        return Math.max(0, Math.ceilDiv(-cell(out, 0), dilation));
    }

    /// Returns the end (exclusive) of the taps whose cells lie before the end of an input of `in` cells; at most {@link #firstTap} if the
    /// window sees no cell at all.
    public int endTap(int out, int in) {
        return (int) Math.min(kernel, Math.ceilDiv((long) in - cell(out, 0), dilation));
    }

    /// Returns the short form used in figures, such as `k3 s2 p1` or `k3 s1 d2`.
    @Override
    public String toString() {
        return "k" + kernel + " s" + stride + (padding == 0 ? "" : " p" + padding) + (dilation == 1 ? "" : " d" + dilation);
    }
}
