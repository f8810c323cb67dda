package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the mean of the taps of each phase.
@KnownWrong(task = "5.3", hint = "means", part = "ones", expected = "4", actual = "1")
public class PhaseMeans implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        int[][] taps = new int[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
                taps[u % stride][v % stride]++;
            }
        }
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) sums[r][q] /= Math.max(1, taps[r][q]);
        }
        return sums;
    }
}
