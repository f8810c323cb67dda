package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Divides half a circle by the stride.
@KnownWrong(task = "5.5", hint = "halfCircle", part = "three", expected = "4", actual = "6.9282")
public class HalfCircle implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] magnitudes = new double[stride][stride];
        for (int a = 0; a < stride; a++) {
            for (int b = 0; b < stride; b++) magnitudes[a][b] = magnitude(kernel, Math.PI * a / stride, Math.PI * b / stride);
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
