package upsampling.backend.vector;

import upsampling.tensor.Intervals;
import upsampling.tensor.Window;

/// Where the windows of a pool lie along the columns of a row that has been padded: output `j` sees the cells `stride*j + t*step`, `t < count`, of
/// the row with `lead` cells before it and so many behind it that no window is clipped.
///
/// @param stride cells between two windows
/// @param step cells between two taps
/// @param count taps of a window
/// @param lead cells of padding before the row
/// @param length cells of the padded row
/// @param out number of windows
record Sliding(int stride, int step, int count, int lead, int length, int out) {

    /// @param in cells of the row
    /// @param out number of windows
    static Sliding of(Window window, int in, int out) {
        return of(window.stride(), window.dilation(), window.kernel(), window.padding(), in, out);
    }

    private static Sliding of(int stride, int step, int count, int lead, int in, int out) {
        return new Sliding(stride, step, count, lead, Math.max(stride * (out - 1) + step * (count - 1) + 1, lead + in), out);
    }

    /// Returns the windows whose clipped cells these intervals are, or null if there are none, as in most adaptive pools.
    ///
    /// @param in cells of the row
    static Sliding of(Intervals intervals, int in) {
        int out = intervals.size();
        int middle = out / 2; // a window in the middle is clipped last
        int begin = intervals.begin()[middle];
        int count = intervals.end()[middle] - begin;
        int stride = out == 1 ? 1 : begin - intervals.begin()[middle - 1];
        if (middle + 1 < out) stride = Math.max(stride, intervals.begin()[middle + 1] - begin); // the window before the middle may begin in the padding
        if (stride < 1 || stride * (long) middle - begin > in) return null;
        int lead = stride * middle - begin;
        if (lead < 0) return null;
        for (int j = 0; j < out; j++) {
            int first = stride * j - lead;
            if (intervals.begin()[j] != Math.max(0, first) || intervals.end()[j] != Math.min(in, first + count)) return null;
        }
        return of(stride, 1, count, lead, in, out);
    }

    /// Computes a row of outputs.
    ///
    /// @param x holds the padded row from `at` on
    void combine(Windows windows, float[] x, int at, float[] y, int atY) {
        windows.combine(x, at, stride, step, count, out, y, atY);
    }

    /// Whether the windows are pairs of neighbours side by side, and nothing is padded.
    boolean arePairs(int in) {
        return stride == 2 && step == 1 && count == 2 && lead == 0 && length <= in;
    }
}
