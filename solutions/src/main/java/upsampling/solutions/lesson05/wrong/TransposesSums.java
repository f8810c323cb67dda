package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Writes the phase of the columns first.
@KnownWrong(task = "5.3", hint = "transposed", part = "four", expected = "24", actual = "36")
public class TransposesSums implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[v % stride][u % stride] += kernel[u][v];
        }
        return sums;
    }
}
