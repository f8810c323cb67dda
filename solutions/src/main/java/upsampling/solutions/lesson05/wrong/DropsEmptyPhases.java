package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Makes no more phases than the kernel has taps.
@KnownWrong(task = "5.3", hint = "dropsEmptyPhases", part = "gaps", expected = "3 rows of 3", actual = "2 rows of 2")
public class DropsEmptyPhases implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[Math.min(stride, kernel.length)][Math.min(stride, kernel[0].length)];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u % stride][v % stride] += kernel[u][v];
        }
        return sums;
    }
}
