package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Window;

/// Lesson 5, checkerboard I, the anatomy: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters, along one axis: `k` kernel, `s` stride, `p` padding on *each* side, `d` dilation, see {@link Window}. Taps, cells and phases are
/// counted from 0. A kernel or a picture of two axes is an array of rows, all of one length: `kernel[u][v]` is the tap in row `u` and column `v`.
///
/// An upsampling with stride `s` makes `s` outputs of every input. Output `o` has the phase `o mod s`; outputs of one phase meet the same taps, those
/// of another phase meet others. That is where the pattern comes from.
///
/// Each task says what of the library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 5, name = "checkerboard", tests = {CheckerboardCountsTest.class, CheckerboardsTest.class})
@Uses({"upsampling.tensor.Window", "upsampling.show"})
public interface Checkerboards {

    /// Task 5.1 (warm-up, 2 points): how many inputs paint each output of a transposed convolution?
    ///
    /// ```
    /// counts[o] = number of pairs i, t with s*i + d*t - p = o        0 <= i < size, 0 <= t < k
    /// outputs   = s*(size-1) - 2p + d*(k-1) + 1
    /// ```
    /// Input `i` puts a stamp of `k` taps, `d` cells apart, on the outputs from `s*i - p` on. What falls outside the output is cut off: that is all
    /// that padding does here. An output that no tap reaches has the count 0.
    ///
    /// Example: `size = 3`, `k3 s2` gives 1, 1, 2, 1, 2, 1, 1. Use `upsampling.tensor.Window`, with its sizes; not `upsampling.metric` or `upsampling.op`.
    /// Source: Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", Distill, 2016.
    ///
    /// @param size inputs along the axis, >= 1
    /// @param window the window of the transposed convolution
    /// @return one count for each output
    /// @throws IllegalArgumentException unless there is at least one output
    @Task("5.1")
    default int[] overlapCount(int size, Window window) {
        throw new UnsupportedOperationException("Task 5.1: return how many inputs paint each output");
    }

    /// Task 5.2 (warm-up, 2 points): after how many outputs does the pattern of several strides repeat, when the input is constant?
    ///
    /// ```
    /// "branches"   upsamplings side by side, on one input; their outputs are cut to one size and added: both patterns must begin anew
    /// "cascade"    upsamplings one after the other: one cell of the first input becomes s1*s2*... cells of the last output
    /// ```
    /// One of the two is the product of the strides, the other one their least common multiple. That of three numbers is the least common multiple
    /// of the third one and of that of the first two, and so on. This is the period that the strides allow: with balanced kernels there is no
    /// pattern at all.
    ///
    /// Example: strides 2 and 6 give 6 as branches and 12 as a cascade. Use `upsampling.tensor.Window` if you like; not `upsampling.metric`.
    ///
    /// @param topology `"branches"` or `"cascade"`
    /// @param strides at least one, all >= 1
    /// @return the period; it fits an `int`
    /// @throws IllegalArgumentException unless the topology is one of the two, there is a stride, and all strides are >= 1
    @Task("5.2")
    default int patternPeriod(String topology, int[] strides) {
        throw new UnsupportedOperationException("Task 5.2: return the period of the pattern");
    }

    /// Task 5.3 (core, 4 points): what does an upsampling make of a constant 1, far from the borders?
    ///
    /// ```
    /// sums[r][q] = sum of kernel[u][v] over all u with u mod s = r and all v with v mod s = q
    /// ```
    /// These are the phase sums: one number for each phase of rows `r` and of columns `q`. Without padding, the output in row `h` and column `w` is
    /// `sums[h mod s][w mod s]`. So the upsampling is free of checkerboards on constants if and only if all sums are equal. A phase that no tap
    /// belongs to has the sum 0.
    ///
    /// Example: on one axis, the kernel `(1, 2, 3)` with `s = 2` has the sums `1 + 3 = 4` and `2`. As the only row of a kernel it gives
    /// `[[4, 2], [0, 0]]`: row phase 1 has no tap. Use `upsampling.tensor.Window` if you like; not `upsampling.metric` or `upsampling.op`.
    /// Source: Sugawara, Shiota and Kiya, "Super-resolution using convolutional neural networks without any checkerboard artifacts", 2018.
    ///
    /// @param kernel `[kH][kW]`, at least one tap, not always square
    /// @param stride `s`, for both axes
    /// @return `[s][s]`, first the phase of the rows, then that of the columns
    /// @throws IllegalArgumentException unless `stride >= 1`
    @Task("5.3")
    default double[][] phaseSums(double[][] kernel, int stride) {
        throw new UnsupportedOperationException("Task 5.3: return the sum of the taps of each phase");
    }

    /// Task 5.4 (core, 4 points): how strong is the checkerboard in a picture? The periodic sub-grid variance, PSV.
    ///
    /// ```
    /// m[r][q] = mean of image[h][w] over all h with h mod s = r and all w with w mod s = q
    /// mean    = sum of m[r][q] / s^2
    /// PSV     = sum of (m[r][q] - mean)^2 / s^2            both sums over all r, q
    /// ```
    /// The cells of one phase form a sub-grid: every s-th row and every s-th column. All s^2 sub-grids are there, none was drawn by lot, so this is
    /// the *population* variance. Rows and columns at the end that do not fill a stride are left out, so that all sub-grids have equally many cells.
    ///
    /// Example: `[[1, 3, 1, 3]]` on two equal rows, `s = 2`: the means are 1 and 3 in both rows of `m`, `mean = 2`, `PSV = 1`.
    /// Use `upsampling.tensor.Window` if you like; not `upsampling.metric`.
    ///
    /// @param image `[H][W]`, not always square
    /// @param stride `s`, for both axes
    /// @throws IllegalArgumentException unless `stride >= 1`, `H >= stride` and `W >= stride`
    @Task("5.4")
    default double psv(double[][] image, int stride) {
        throw new UnsupportedOperationException("Task 5.4: return the variance of the means of the sub-grids");
    }

    /// Task 5.5 (core, 4 points): how strongly does a kernel pass the waves that make a checkerboard?
    ///
    /// ```
    /// H(wH, wW)        = sum over u, v of kernel[u][v] * exp(-i*(wH*u + wW*v))          i*i = -1
    ///                  = sum of kernel[u][v]*cos(wH*u + wW*v)  -  i * sum of kernel[u][v]*sin(wH*u + wW*v)
    /// magnitudes[a][b] = |H(2*pi*a/s, 2*pi*b/s)|        |re + i*im| = sqrt(re^2 + im^2)
    /// ```
    /// These `s*s` waves are the alias frequencies: after zero insertion a constant looks like all of them added up. `magnitudes[0][0]`, the gain, is the
    /// sum of all taps; the others are 0 if and only if all phase sums are equal. They are the discrete Fourier transform of the phase sums of
    /// task 5.3, and by Parseval's theorem the squares of all but `[0][0]` add up to `s^4` times the variance of these sums.
    ///
    /// Example: on one axis, the kernel `(1, 2, 3)` with `s = 2` has the magnitudes `1 + 2 + 3 = 6` and `|1 - 2 + 3| = 2`. As the only row of a kernel it
    /// gives `[[6, 2], [6, 2]]`. Use `upsampling.tensor.Window` if you like; not `upsampling.metric`.
    ///
    /// @param kernel `[kH][kW]`, at least one tap, not always square
    /// @param stride `s`, for both axes
    /// @return `[s][s]`, first the frequency of the rows, then that of the columns
    /// @throws IllegalArgumentException unless `stride >= 1`
    @Task("5.5")
    default double[][] aliasMagnitudes(double[][] kernel, int stride) {
        throw new UnsupportedOperationException("Task 5.5: return the magnitudes at the alias frequencies");
    }

    /// Task 5.6 (stretch, 4 points): how many outputs of a *strided convolution* read each input?
    ///
    /// ```
    /// counts[i] = number of pairs o, t with s*o - p + d*t = i        0 <= o < outputs, 0 <= t < k
    /// outputs   = floor((size + 2p - d*(k-1) - 1) / s) + 1
    /// ```
    /// With all weights 1 this is the gradient of the sum of all outputs with respect to the input: the pattern of task 5.1 again, now on the way
    /// back. It has one count for each input, also for those that nothing reads. A window that does not fit completely on the padded axis does not
    /// exist. What it reads in the padding belongs to no input.
    ///
    /// Example: `size = 6`, `k3 s2` gives 1, 1, 2, 1, 1, 0: two windows fit, and the last cell is never read.
    /// Use `upsampling.tensor.Window`, with its sizes; not `upsampling.metric` or `upsampling.op`.
    ///
    /// @param size inputs along the axis, >= 1
    /// @param window the window of the convolution
    /// @return one count for each input
    /// @throws IllegalArgumentException unless the window fits at least once
    @Task("5.6")
    default int[] gradientCoverage(int size, Window window) {
        throw new UnsupportedOperationException("Task 5.6: return how many outputs read each input");
    }
}
