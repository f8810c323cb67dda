package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the Fourier transform of the kernel as it is.
@KnownWrong(task = "5.5", hint = "dftOfKernelSize", part = "odd", expected = "2 rows of 2", actual = "3 rows of 3")
public class DftOfKernelSize implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] magnitudes = new double[kernel.length][kernel[0].length];
        for (int a = 0; a < kernel.length; a++) {
            for (int b = 0; b < kernel[0].length; b++) {
                magnitudes[a][b] = magnitude(kernel, 2 * Math.PI * a / kernel.length, 2 * Math.PI * b / kernel[0].length);
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
