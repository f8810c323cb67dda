package upsampling.metric;

import upsampling.tensor.Checks;

/// After how many cells the pattern of several strides repeats, on a constant input.
///
/// ```
/// branches  lcm(s1, s2, ...)     upsamplings side by side, merged on one grid: both patterns must begin anew
/// cascade   s1 * s2 * ...        upsamplings one after the other: one cell of the first input becomes s1*s2*... cells
/// ```
/// A strided convolution in front of an upsampling adds nothing: moving its input by its stride moves what follows by one cell. So stride 3
/// down and stride 2 up repeat after 2 cells, not after 6. The true period may divide these numbers, as for balanced kernels it is 1.
///
/// Notebook: `05-checkerboard.ipynb`.
public final class PatternPeriod {
    private PatternPeriod() { }

    /// Returns the least common multiple of the strides.
    ///
    /// @throws IllegalArgumentException unless there is a stride and all are >= 1
    /// @throws ArithmeticException if the period does not fit a `long`
    public static long branches(int... strides) {
        check("PatternPeriod.branches", strides);
        long period = 1;
        for (int stride : strides) period = Math.multiplyExact(period / commonDivisor(period, stride), stride);
        return period;
    }

    /// Returns the product of the strides.
    ///
    /// @throws IllegalArgumentException unless there is a stride and all are >= 1
    /// @throws ArithmeticException if the period does not fit a `long`
    public static long cascade(int... strides) {
        check("PatternPeriod.cascade", strides);
        long period = 1;
        for (int stride : strides) period = Math.multiplyExact(period, stride);
        return period;
    }

    private static void check(String who, int[] strides) {
        Checks.atLeast(1, who, "number of strides", strides.length);
        for (int i = 0; i < strides.length; i++) Checks.atLeast(1, who, "stride " + i, strides[i]);
    }

    /// Euclid's algorithm.
    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
