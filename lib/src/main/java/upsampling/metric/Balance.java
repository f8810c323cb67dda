package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// How far a kernel is from being free of checkerboards, in which direction it gets better, and the nearest kernel of the same sum that is.
///
/// ```
/// S[r]      = sum of w[t] over all taps t of phase r           mean = mean of all S[r];  phases of two axes are pairs
/// penalty   = sum over r of (S[r] - mean)^2                    = number of phases * variance of the phase sums
/// gradient  = d penalty / d w[t] = 2 * (S[phase of t] - mean)  the term through the mean is 0, because deviations sum to 0
/// projected = w[t] - (S[phase of t] - mean) / n                n taps in this phase: the least change in the sum of squares that keeps the sum of all taps
/// withSums  = w[t] - (S[phase of t] - wanted) / n              1 keeps constants (a temperature), 1/(sH*sW) keeps totals (a mass)
/// ```
/// A weight `[A, B, kH, kW]` is one kernel per pair of channels; penalties add up, and each kernel is projected to its own mean.
///
/// Source: the phase sums are those of Sugawara, Shiota and Kiya, 2018, see {@link PhaseSums}. Notebook: `06-repairs.ipynb`.
///
/// @param penalty the regulariser, >= 0; 0 for balanced kernels
/// @param gradient of the penalty, in the shape of the weight
public record Balance(double penalty, DoubleTensor gradient) {

    /// Returns penalty and gradient of one kernel with the same stride on both axes.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`, and the kernel has a row and all rows the same length
    public static Balance of(double[][] kernel, int stride) {
        return of(tensor("Balance", kernel), stride, stride);
    }

    /// Returns penalty and gradient of a weight `[A, B, kH, kW]`.
    ///
    /// @throws IllegalArgumentException unless both strides are >= 1
    public static Balance of(DoubleTensor weight, int strideHeight, int strideWidth) {
        checkStrides("Balance", strideHeight, strideWidth);
        Shape shape = weight.shape();
        DoubleTensor gradient = DoubleTensor.zeros(shape);
        double penalty = 0;
        for (int plane = 0; plane < shape.planes(); plane++) {
            Interrupts.check();
            double[][] off = deviations(weight, plane, strideHeight, strideWidth, Double.NaN);
            for (double[] row : off) {
                for (double deviation : row) penalty += deviation * deviation;
            }
            for (int i = 0; i < shape.planeSize(); i++) {
                gradient.data()[plane * shape.planeSize() + i] = 2 * off[i / shape.w() % strideHeight][i % shape.w() % strideWidth];
            }
        }
        return new Balance(penalty, gradient);
    }

    /// Returns the nearest balanced kernel of the same sum. Other balanced kernels may be nearer, at the price of another gain: for 3x3 ones and stride 2, a
    /// kernel whose phase sums are all 16/9 in place of their mean, 9/4 ({@link #withSums}).
    ///
    /// @throws IllegalArgumentException unless `1 <= stride <= k` on both axes, and the kernel has a row and all rows the same length
    public static double[][] projected(double[][] kernel, int stride) {
        return projected(tensor("Balance.projected", kernel), stride, stride).plane(0, 0);
    }

    /// Returns the nearest weight whose kernels are all balanced and have the sums they had.
    ///
    /// @throws IllegalArgumentException unless `1 <= stride <= k` on both axes: a phase without taps cannot be changed
    public static DoubleTensor projected(DoubleTensor weight, int strideHeight, int strideWidth) {
        checkStrides("Balance.projected", strideHeight, strideWidth);
        return moved("Balance.projected", weight, strideHeight, strideWidth, Double.NaN);
    }

    /// Returns the nearest kernel whose phase sums all have a given value.
    ///
    /// @throws IllegalArgumentException unless `1 <= stride <= k` on both axes, the sum is finite, and the kernel has a row and all rows the same length
    public static double[][] withSums(double[][] kernel, int stride, double wanted) {
        return withSums(tensor("Balance.withSums", kernel), stride, stride, wanted).plane(0, 0);
    }

    /// Returns the nearest weight in whose kernels all phase sums have a given value.
    ///
    /// @throws IllegalArgumentException unless `1 <= stride <= k` on both axes and the sum is finite
    public static DoubleTensor withSums(DoubleTensor weight, int strideHeight, int strideWidth, double wanted) {
        checkStrides("Balance.withSums", strideHeight, strideWidth);
        Checks.finite("Balance.withSums", "wanted", wanted);
        return moved("Balance.withSums", weight, strideHeight, strideWidth, wanted);
    }

    /// @param wanted sum of every phase; NaN for the mean of the kernel's own sums
    private static DoubleTensor moved(String who, DoubleTensor weight, int strideHeight, int strideWidth, double wanted) {
        Shape shape = weight.shape();
        checkTaps(who, "height", shape.h(), strideHeight);
        checkTaps(who, "width", shape.w(), strideWidth);
        DoubleTensor projected = DoubleTensor.zeros(shape);
        for (int plane = 0; plane < shape.planes(); plane++) {
            Interrupts.check();
            double[][] off = deviations(weight, plane, strideHeight, strideWidth, wanted);
            for (int i = 0; i < shape.planeSize(); i++) {
                int r = i / shape.w() % strideHeight;
                int q = i % shape.w() % strideWidth;
                int taps = Math.ceilDiv(shape.h() - r, strideHeight) * Math.ceilDiv(shape.w() - q, strideWidth);
                int at = plane * shape.planeSize() + i;
                projected.data()[at] = weight.data()[at] - off[r][q] / taps;
            }
        }
        return projected;
    }

    /// Phase sums minus the wanted one, or minus their mean if NaN is wanted.
    private static double[][] deviations(DoubleTensor weight, int plane, int strideHeight, int strideWidth, double wanted) {
        PhaseSums sums = PhaseSums.of(weight.plane(plane / weight.shape().c(), plane % weight.shape().c()), strideHeight, strideWidth);
        double target = Double.isNaN(wanted) ? sums.mean() : wanted;
        for (double[] row : sums.sums()) {
            for (int q = 0; q < row.length; q++) row[q] -= target;
        }
        return sums.sums();
    }

    private static DoubleTensor tensor(String who, double[][] kernel) {
        Checks.atLeast(1, who, "number of rows", kernel.length);
        DoubleTensor tensor = DoubleTensor.zeros(Shape.plane(kernel.length, Checks.atLeast(1, who, "length of row 0", kernel[0].length)));
        for (int h = 0; h < kernel.length; h++) {
            Checks.sameSize(who, "length of row " + h, kernel[0].length, kernel[h].length);
            System.arraycopy(kernel[h], 0, tensor.data(), h * kernel[0].length, kernel[0].length);
        }
        return tensor;
    }

    private static void checkStrides(String who, int strideHeight, int strideWidth) {
        Checks.atLeast(1, who, "strideHeight", strideHeight);
        Checks.atLeast(1, who, "strideWidth", strideWidth);
    }

    private static void checkTaps(String who, String axis, int kernel, int stride) {
        if (kernel < stride) {
            throw new IllegalArgumentException(("%s: kernel %s %d is smaller than the stride %d, so %d of the phases have no tap "
                    + "and always the sum 0; use a kernel >= %d").formatted(who, axis, kernel, stride, stride - kernel, stride));
        }
    }
}
