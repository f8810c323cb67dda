package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes a stride below 1 for 1.
@KnownWrong(task = "5.5", hint = "acceptsAnyStride", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class MagnitudesAcceptAnyStride implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        int step = Math.max(1, stride);
        double[][] magnitudes = new double[step][step];
        for (int a = 0; a < step; a++) {
            for (int b = 0; b < step; b++) magnitudes[a][b] = magnitude(kernel, 2 * Math.PI * a / step, 2 * Math.PI * b / step);
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
