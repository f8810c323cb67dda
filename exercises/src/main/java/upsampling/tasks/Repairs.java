package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;

/// Lesson 6, checkerboard II, the repairs: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `k` kernel, `s` stride, `sigma` the width of a blur. Taps, cells and phases are counted from 0. A kernel of two axes
/// is an array of rows, all of one length: `kernel[u][v]` is the tap in row `u` and column `v`.
///
/// A tap has the phase `(u mod s, v mod s)`. The taps of one phase add up to its phase sum, as in task 5.3:
///
/// ```
/// S[r][q] = sum of kernel[u][v] over all u with u mod s = r and all v with v mod s = q
/// mean    = sum of S[r][q] over all r, q / s^2                                  a phase without a tap counts, with the sum 0
/// ```
/// A kernel is balanced if all its phase sums are equal. Then a constant picture stays free of checkerboards, away from its border. There are two
/// ways to get there: build the upsampling so that every weight is balanced (tasks 6.2 and 6.3), or pull the weights there (tasks 6.4 and 6.5). A
/// blur behind the upsampling (tasks 6.1 and 6.6) weakens what is left.
///
/// Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`. Each task says what of the
/// library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 6, name = "repairs", tests = {RepairBlursTest.class, ResizeConvTest.class, BalanceTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.show"})
public interface Repairs {

    /// A number that is to become small, and the way to make it so.
    ///
    /// @param value the number
    /// @param gradient how it grows with each tap of the kernel, `[kH][kW]`
    record ValueAndGradient(double value, double[][] gradient) { }

    /// Task 6.1 (warm-up, 2 points): the three taps of a Gaussian blur.
    ///
    /// ```
    /// g[j] = exp(-j^2 / (2*sigma^2)) / Z        j = -1, 0, 1        Z = the sum of the three exponentials
    /// ```
    /// Dividing by `Z` makes the taps add up to 1: a constant picture stays as it is. The bell of statistics is divided by `sigma*sqrt(2*pi)`
    /// instead, so that the *area* below the whole curve is 1. Three taps of it do not add up to 1.
    ///
    /// Example: `2*sigma^2 = 1/ln(3)` makes the exponentials 1/3, 1, 1/3. So `Z = 5/3`, and the taps are 0.2, 0.6, 0.2.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Kernels` or `upsampling.op`.
    ///
    /// @param sigma the width of the bell in cells, > 0
    /// @return the taps for `j` = -1, 0 and 1
    /// @throws IllegalArgumentException unless `sigma > 0`
    @Task("6.1")
    default double[] gaussian3(double sigma) {
        throw new UnsupportedOperationException("Task 6.1: return the three taps of the blur");
    }

    /// Task 6.2 (warm-up, 2 points): a kernel along one axis, balanced by holding every value for `stride` cells.
    ///
    /// ```
    /// held[o] = sum of kernel[o - j] over j = 0 .. s-1          a tap that does not exist counts as 0          o = 0 .. k+s-2
    /// ```
    /// This is the full convolution of the kernel with `s` ones, which are called the zero-order hold. The sum of all its entries is `s` times that
    /// of the kernel. Each of its phases contains every tap exactly once, so all phase sums equal the sum of the kernel: the result is balanced,
    /// whatever the taps are.
    ///
    /// Example: `(1, 4)` with `s = 3` is `(1, 4, 0, 0) + (0, 1, 4, 0) + (0, 0, 1, 4) = (1, 5, 5, 4)`. Its phases have the sums 1 + 4, 5 and 5.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.op`.
    ///
    /// @param kernel `k >= 1` taps
    /// @param stride `s`
    /// @return `k + s - 1` taps
    /// @throws IllegalArgumentException unless `stride >= 1`
    @Task("6.2")
    default double[] zeroOrderHold(double[] kernel, int stride) {
        throw new UnsupportedOperationException("Task 6.2: return the kernel after the zero-order hold");
    }

    /// Task 6.3 (core, 4 points): resize-convolution. First a fixed resize, then a convolution.
    ///
    /// ```
    /// fine[n,ci,h,w] = x[n,ci] resized to s*H rows and s*W columns                                                 s = scale
    /// y[n,co,h,w]    = sum over ci, u, v of weight[co,ci,u,v] * fine[n, ci, h + u - r, w + v - r]                  r = (k-1)/2
    /// ```
    /// `"nearest"` copies: row `h`, column `w` of `fine` is `x[n,ci, floor(h/s), floor(w/s)]`. `"bilinear"` is the resize of task 2.5 with half
    /// pixels: along one axis
    /// ```
    /// source = max(0, (h + 1/2)/s - 1/2)        left = floor(source)        l = source - left
    /// fine   = (1-l)*x[left] + l*x[right]       right = left + 1, at most H-1
    /// ```
    /// The convolution is the one of task 3.3 with stride 1, not rotated. Zeros stand around `fine`, `r` on each side, so `y` is as large as `fine`.
    ///
    /// The resize leaves a constant picture constant, and the convolution treats every cell alike. So away from the border no weight makes a
    /// checkerboard of a constant. At the border the zeros are seen.
    ///
    /// Example: `x = [[1, 2]]`, the kernel has the middle row 1, 2, 3 between zeros, nearest, `s = 2`. Each of the two rows of `fine` is 1, 1, 2, 2.
    /// Each row of `y` is 2*1 + 3*1 = 5, then 1*1 + 2*1 + 3*2 = 9, then 1*1 + 2*2 + 3*2 = 11, then 1*2 + 2*2 = 6.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `Taps`, `Grid` or `upsampling.op`. What you wrote for tasks 2.5 and 3.3 is yours: copy it.
    /// Source: Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", Distill, 2016.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cout, Cin, k, k]`
    /// @param scale `s`
    /// @param mode `"nearest"` or `"bilinear"`
    /// @return `[N, Cout, s*H, s*W]`
    /// @throws IllegalArgumentException unless the mode is one of the two, `scale >= 1`, and `k` is odd
    @Task("6.3")
    default Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        throw new UnsupportedOperationException("Task 6.3: return the planes, resized and then convolved");
    }

    /// Task 6.4 (core, 4 points): how far is a kernel from being balanced, and in which direction does it get better?
    ///
    /// ```
    /// value          = sum over all r, q of (S[r][q] - mean)^2
    /// gradient[u][v] = d value / d kernel[u][v] = 2*(S[u mod s][v mod s] - mean)
    /// ```
    /// Added to a loss, times a small factor, the value pulls the phase sums together while a network is trained: it is a regulariser. It is `s^2`
    /// times their population variance. A tap moves its own phase sum, and a little also the mean; the gradient has no term for the mean, because the
    /// deviations `S - mean` add up to 0.
    ///
    /// Example: the only row `(3, 1, 2)` with `s = 2` has the phase sums `[[5, 1], [0, 0]]` and the mean 1.5. The value is
    /// `3.5^2 + 0.5^2 + 1.5^2 + 1.5^2 = 17`, the gradient `[[7, -1, 7]]`.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.metric`.
    /// Source: the phase sums are those of Sugawara, Shiota and Kiya, "Super-resolution using convolutional neural networks without any checkerboard
    /// artifacts", 2018.
    ///
    /// @param kernel `[kH][kW]`, at least one tap, not always square
    /// @param stride `s`, for both axes
    /// @return the value, and the gradient in the size of the kernel
    /// @throws IllegalArgumentException unless `stride >= 1`
    @Task("6.4")
    default ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        throw new UnsupportedOperationException("Task 6.4: return the penalty and its gradient");
    }

    /// Task 6.5 (core, 4 points): the balanced kernel that is nearest to a kernel and has the same sum.
    ///
    /// ```
    /// projected[u][v] = kernel[u][v] - (S[u mod s][v mod s] - mean) / taps          taps = number of taps with the phase of this one
    /// ```
    /// Afterwards every phase sum is the `mean` of before. Of all kernels with that property this one has the least sum of squared changes: the taps
    /// of a phase share the correction equally. A balanced kernel with another sum may lie nearer still, but it would change the brightness of the
    /// picture.
    ///
    /// Example: the only row `(3, 1, 2)` with `s = 1` has a single phase, and stays as it is. Two equal rows `(3, 1, 2)` with `s = 2` have the phase
    /// sums `[[5, 1], [5, 1]]` and the mean 3. The two taps of phase (0, 0) share the correction 2, the only one of phase (0, 1) gains 2. So both
    /// rows become `(2, 3, 1)`.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.metric`.
    ///
    /// @param kernel `[kH][kW]`, not always square
    /// @param stride `s`, for both axes
    /// @return `[kH][kW]`
    /// @throws IllegalArgumentException unless `stride >= 1`, `kH >= stride` and `kW >= stride`: a phase without a tap cannot be changed
    @Task("6.5")
    default double[][] projectBalanced(double[][] kernel, int stride) {
        throw new UnsupportedOperationException("Task 6.5: return the nearest balanced kernel of the same sum");
    }

    /// Task 6.6 (stretch, 4 points): how do the taps of task 6.1 change when a network learns the width?
    ///
    /// ```
    /// d g[j] / d log(sigma) = g[j] * (j^2 - m) / sigma^2        m = sum over i of g[i]*i^2        j = -1, 0, 1
    /// ```
    /// A network learns `log(sigma)` instead of `sigma`: no step can make `sigma = exp(logSigma)` negative. The term with `m` comes from `Z`, which
    /// depends on `sigma` too. The taps keep the sum 1, so the three derivatives add up to 0.
    ///
    /// Example: `sigma = sqrt(1/(2*ln(3)))` has the taps 0.2, 0.6, 0.2, so `m = 0.4`, and `1/sigma^2 = 2*ln(3) = 2.19722`. The derivatives are
    /// 0.2*0.6*2.19722 = 0.263667, then 0.6*(-0.4)*2.19722 = -0.527334, then 0.263667 again.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Kernels` or `upsampling.op`.
    ///
    /// @param logSigma the natural logarithm of `sigma`, from -3 to 3
    /// @return the derivatives for `j` = -1, 0 and 1
    @Task("6.6")
    default double[] gaussian3Gradient(double logSigma) {
        throw new UnsupportedOperationException("Task 6.6: return the derivatives of the three taps");
    }
}
