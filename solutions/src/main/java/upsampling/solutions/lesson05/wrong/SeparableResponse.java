package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Multiplies the responses of the rows and of the columns, as if every kernel were a product.
@KnownWrong(task = "5.5", hint = "separable", part = "skewed", expected = "5", actual = "0.6")
public class SeparableResponse implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double gain = magnitude(kernel, 0, 0);
        double[][] magnitudes = new double[stride][stride];
        for (int a = 0; a < stride; a++) {
            for (int b = 0; b < stride; b++) {
                double rows = magnitude(kernel, 2 * Math.PI * a / stride, 0);
                double columns = magnitude(kernel, 0, 2 * Math.PI * b / stride);
                magnitudes[a][b] = gain == 0 ? 0 : rows * columns / gain;
            }
        }
        return magnitudes;
    }

    private static double magnitude(double[][] kernel, double rows, double columns) {
        double real = 0;
        double imaginary = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                real += kernel[u][v] * Math.cos(rows * u + columns * v);
                imaginary -= kernel[u][v] * Math.sin(rows * u + columns * v);
            }
        }
        return Math.hypot(real, imaginary);
    }
}
