package upsampling.metric;

import java.util.Arrays;
import upsampling.op.LinearOperator;
import upsampling.op.Separable;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Window;

/// Transposed convolutions of one channel for tests, painted stamp by stamp into a matrix.
final class Painting {
    private Painting() { }

    /// `y[stride*i + dilation*t - padding] += kernel[t] * x[i]` along the columns of a picture with one row.
    static LinearOperator row(int in, Window window, double... kernel) {
        return Separable.of(Shape.plane(1, in), Taps.of(new double[][] {{1}}), Taps.of(matrix(in, window, kernel)));
    }

    /// The same along rows and columns: the kernel is the outer product.
    static LinearOperator plane(int in, Window window, double... kernel) {
        Taps taps = Taps.of(matrix(in, window, kernel));
        return Separable.of(Shape.plane(in, in), taps, taps);
    }

    private static double[][] matrix(int in, Window window, double[] kernel) {
        double[][] matrix = new double[window.transposedOutputSize(in)][in];
        for (int i = 0; i < in; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.cell(i, t);
                if (o >= 0 && o < matrix.length) matrix[o][i] += kernel[t];
            }
        }
        return matrix;
    }

    static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
