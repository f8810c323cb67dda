package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Reads as many columns as there are rows.
@KnownWrong(task = "5.3", hint = "assumesSquare", part = "rectangle", expected = "-1", actual = "1")
public class AssumesSquareKernel implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel.length; v++) sums[u % stride][v % stride] += kernel[u][v];
        }
        return sums;
    }
}
