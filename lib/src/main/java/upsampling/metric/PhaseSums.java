package upsampling.metric;

import java.util.Arrays;
import upsampling.op.LinearOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// What an upsampler makes of a constant: one number for each of its phases. Unequal numbers are a checkerboard.
///
/// ```
/// y[o] = sum of x[i]*h[o - s*i]      upsampling with kernel h and stride s, along one axis
/// S[r] = sum of h[s*q + r] over q    phase sum r, 0 <= r < s; for x = c the interior is y[o] = c*S[o mod s]
/// ```
/// On two axes there are `sH*sW` sums, first index for the rows. A linear upsampler is free of checkerboards on constants if and only if all
/// its phase sums are equal, and if and only if its {@link Response} is 0 at all alias frequencies. An interpolation has 1 everywhere.
///
/// Source: Sugawara, Shiota and Kiya, "Super-resolution using convolutional neural networks without any checkerboard artifacts", 2018. Notebook:
/// `05-checkerboard.ipynb`.
///
/// @param sums `[row phase][column phase]`; not copied
public record PhaseSums(double[][] sums) {

    /// @throws IllegalArgumentException unless there is a row, and all rows have the same length, at least 1
    public PhaseSums {
        checkRows("row", sums);
    }

    private static void checkRows(String row, double[][] rows) {
        Checks.atLeast(1, "PhaseSums", "number of " + row + "s", rows.length);
        Checks.atLeast(1, "PhaseSums", "length of " + row + " 0", rows[0].length);
        for (int r = 1; r < rows.length; r++) Checks.sameSize("PhaseSums", "length of " + row + " " + r, rows[0].length, rows[r].length);
    }

    /// Returns the sums of a kernel of one axis, as a single row.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`, and the kernel has a weight
    public static PhaseSums of(double[] kernel, int stride) {
        return of(new double[][] {kernel}, 1, stride);
    }

    /// Returns the sums of a kernel with the same stride on both axes.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`, and the kernel has a weight and rows of the same length
    public static PhaseSums of(double[][] kernel, int stride) {
        return of(kernel, stride, stride);
    }

    /// Returns the sums of a kernel.
    ///
    /// @throws IllegalArgumentException unless both strides are >= 1, and the kernel has a weight and rows of the same length
    public static PhaseSums of(double[][] kernel, int strideHeight, int strideWidth) {
        Checks.atLeast(1, "PhaseSums", "strideHeight", strideHeight);
        Checks.atLeast(1, "PhaseSums", "strideWidth", strideWidth);
        checkRows("kernel row", kernel);
        double[][] sums = new double[strideHeight][strideWidth];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u % strideHeight][v % strideWidth] += kernel[u][v];
        }
        return new PhaseSums(sums);
    }

    /// Returns the sums of any operator with the same stride on both axes.
    ///
    /// @throws IllegalArgumentException unless its answer to a constant repeats in the middle
    public static PhaseSums of(LinearOperator a, int stride) {
        return of(a, stride, stride);
    }

    /// Returns the sums of any operator: what it makes of ones, in the middle of the first plane. The phase of an output is its own index
    /// modulo the stride, so padding moves the phases.
    ///
    /// The middle must not feel the border. That is checked: the answer must be the same one stride further on every side.
    ///
    /// @param strideHeight output rows per input row
    /// @param strideWidth output columns per input column
    /// @throws IllegalArgumentException unless both strides are >= 1, the output has three strides, and its middle repeats
    public static PhaseSums of(LinearOperator a, int strideHeight, int strideWidth) {
        int top = middle("height", a.outputShape().h(), strideHeight);
        int left = middle("width", a.outputShape().w(), strideWidth);
        DoubleTensor ones = DoubleTensor.zeros(a.inputShape());
        Arrays.fill(ones.data(), 1);
        double[][] y = a.reference().apply(ones).plane(0, 0);
        double[][] sums = new double[strideHeight][strideWidth];
        for (int r = 0; r < strideHeight; r++) {
            for (int c = 0; c < strideWidth; c++) {
                sums[r][c] = y[top + r][left + c];
                checkRepeats(a.outputShape(), y, top + r, left + c, strideHeight, 0);
                checkRepeats(a.outputShape(), y, top + r, left + c, 0, strideWidth);
            }
        }
        return new PhaseSums(sums);
    }

    /// The first index of a whole period near the middle of an axis, with another period on either side. An axis of one cell with stride 1
    /// is no axis: nothing can repeat there.
    private static int middle(String axis, int size, int stride) {
        Checks.atLeast(1, "PhaseSums", "stride along the " + axis, stride);
        if (size == 1 && stride == 1) return 0;
        Checks.atLeast(3 * stride, "PhaseSums", "output " + axis + " for stride " + stride, size);
        return Math.max(1, (size / stride - 1) / 2) * stride;
    }

    private static void checkRepeats(Shape shape, double[][] y, int h, int w, int stepH, int stepW) {
        for (int sign = -1; sign <= 1; sign += 2) {
            int otherH = h + sign * stepH;
            int otherW = w + sign * stepW;
            boolean isInside = otherH >= 0 && otherH < shape.h() && otherW >= 0 && otherW < shape.w();
            if (isInside && !(Math.abs(y[h][w] - y[otherH][otherW]) <= 1e-6 * Math.max(1, Math.abs(y[h][w])))) {
                throw new IllegalArgumentException(("PhaseSums: the answer to a constant does not repeat in the middle of %s: "
                        + "%s at [%d, %d], but %s at [%d, %d]; give the stride of the operator, or a larger input").formatted(
                        shape, y[h][w], h, w, y[otherH][otherW], otherH, otherW));
            }
        }
    }

    /// Returns the mean of the sums: what is left of a constant 1 when the phases are averaged.
    public double mean() {
        double total = 0;
        for (double[] row : sums) {
            for (double sum : row) total += sum;
        }
        return total / (sums.length * sums[0].length);
    }

    /// Returns the population variance of the sums, 0 if and only if the operator has no checkerboard on constants.
    public double variance() {
        double mean = mean();
        double squares = 0;
        for (double[] row : sums) {
            for (double sum : row) squares += (sum - mean) * (sum - mean);
        }
        return squares / (sums.length * sums[0].length);
    }

    /// Returns `H(0)`, the gain of a constant: the sum of all sums. An interpolation has as many as there are phases.
    public double gain() {
        return mean() * sums.length * sums[0].length;
    }

    /// Returns the power at the alias frequencies, `sum of |H(2*pi*k/sH, 2*pi*l/sW)|^2` over all `(k, l)` but `(0, 0)`, by Parseval's theorem:
    /// `(sH*sW)^2 * variance`. The same number as {@link Response#aliasPower}, without a kernel.
    public double aliasPower() {
        double phases = sums.length * sums[0].length;
        return phases * phases * variance();
    }

    /// Returns `variance / mean^2`: the strength of the checkerboard against the constant that carries it.
    public double relativeVariance() {
        return variance() / (mean() * mean());
    }

    /// Returns the name and the sums.
    @Override
    public String toString() {
        return "PhaseSums " + Arrays.deepToString(sums);
    }
}
