package upsampling.backend;

import java.util.Arrays;
import upsampling.tensor.Window;

/// Which cells of one axis an output reads: output `o` reads the cells `o*step + offset[t]` with the taps `tap[t]` of the kernel.
///
/// Convolution and each phase of a transposed convolution are both of this form, so one packing routine and one matrix product, or one kernel of a GPU, serve both.
///
/// @param step cells between the readings of two neighbouring outputs
/// @param offset where output 0 reads, for each tap in use
/// @param tap index of that tap in the kernel; the taps of a phase are equally far apart, and so are their offsets
public record AxisTaps(int step, int[] offset, int[] tap) {

    /// Returns what the windows of a convolution read: all taps, `o*s - p + t*d`.
    public static AxisTaps ofConvolution(Window window) {
        int[] tap = new int[window.kernel()];
        Arrays.setAll(tap, t -> t);
        return new AxisTaps(window.stride(), offsets(window, tap, 0), tap);
    }

    /// Returns what the outputs `phase, phase + s, ...` of a transposed convolution read. Input `i` stamps tap `t` onto output `i*s - p + t*d`; so output
    /// `o*s + phase` gets tap `t` from input `o + (phase + p - t*d)/s`, where the division leaves no remainder. All other taps belong to other phases.
    ///
    /// Source: Shi and others, "Is the deconvolution layer the same as a convolutional layer?", 2016.
    public static AxisTaps ofPhase(Window window, int phase) {
        int[] tap = new int[window.kernel()];
        int count = 0;
        for (int t = 0; t < tap.length; t++) {
            if (Math.floorMod(phase + window.padding() - t * window.dilation(), window.stride()) == 0) tap[count++] = t;
        }
        tap = Arrays.copyOf(tap, count);
        int[] offset = new int[count];
        for (int i = 0; i < count; i++) offset[i] = Math.floorDiv(phase + window.padding() - tap[i] * window.dilation(), window.stride());
        return new AxisTaps(1, offset, tap);
    }

    /// Returns the taps of a convolution that read the cells `q, q + s, ...`: output `o` reads cell `o + offset` among these.
    public static AxisTaps ofCells(Window window, int q) {
        int[] tap = new int[window.kernel()];
        int count = 0;
        for (int t = 0; t < tap.length; t++) {
            if (Math.floorMod(window.cell(0, t) - q, window.stride()) == 0) tap[count++] = t;
        }
        tap = Arrays.copyOf(tap, count);
        int[] offset = new int[count];
        for (int i = 0; i < count; i++) offset[i] = Math.floorDiv(window.cell(0, tap[i]), window.stride());
        return new AxisTaps(1, offset, tap);
    }

    /// Returns the same taps in reverse order.
    public AxisTaps reversed() {
        int[] newOffset = new int[count()];
        int[] newTap = new int[count()];
        Arrays.setAll(newOffset, i -> offset[count() - 1 - i]);
        Arrays.setAll(newTap, i -> tap[count() - 1 - i]);
        return new AxisTaps(step, newOffset, newTap);
    }

    private static int[] offsets(Window window, int[] tap, int from) {
        int[] offset = new int[tap.length];
        Arrays.setAll(offset, t -> window.cell(from, tap[t]));
        return offset;
    }

    /// Whether each output reads the cell of its own place only.
    public boolean isIdentity() {
        return step == 1 && offset.length == 1 && offset[0] == 0;
    }

    /// Returns the number of taps in use.
    public int count() {
        return tap.length;
    }
}
