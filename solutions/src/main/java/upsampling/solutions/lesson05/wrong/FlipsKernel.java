package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Turns the kernel round first.
@KnownWrong(task = "5.3", hint = "flipped", part = "four", expected = "20", actual = "40")
public class FlipsKernel implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[(kernel.length - 1 - u) % stride][(kernel[u].length - 1 - v) % stride] += kernel[u][v];
        }
        return sums;
    }
}
