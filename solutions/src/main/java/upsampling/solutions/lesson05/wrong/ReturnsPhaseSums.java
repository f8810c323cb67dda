package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Returns the magnitudes of the phase sums.
@KnownWrong(task = "5.5", hint = "phaseSums", part = "odd", expected = "9", actual = "4")
public class ReturnsPhaseSums implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] magnitudes = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) magnitudes[u % stride][v % stride] += kernel[u][v];
        }
        for (double[] row : magnitudes) {
            for (int q = 0; q < stride; q++) row[q] = Math.abs(row[q]);
        }
        return magnitudes;
    }
}
