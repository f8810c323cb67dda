package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Keeps the last tap of each phase.
@KnownWrong(task = "5.3", hint = "overwrites", part = "counting", expected = "20", actual = "9")
public class OverwritesSums implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u % stride][v % stride] = kernel[u][v];
        }
        return sums;
    }
}
