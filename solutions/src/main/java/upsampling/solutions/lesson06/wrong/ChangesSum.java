package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Looks for the nearest balanced kernel of any sum.
@KnownWrong(task = "6.5", hint = "changesSum", part = "ones", expected = "0.5625", actual = "0.444444")
public class ChangesSum implements Repairs {

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        if (kernel.length < stride || kernel[0].length < stride) throw new IllegalArgumentException("some phases have no tap");
        double[][] sums = new double[stride][stride];
        double[][] taps = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
                taps[u % stride][v % stride]++;
            }
        }
        double weighted = 0;
        double weights = 0;
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) {
                weighted += sums[r][q] / taps[r][q];
                weights += 1 / taps[r][q];
            }
        }
        double[][] projected = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                projected[u][v] = kernel[u][v] - (sums[u % stride][v % stride] - weighted / weights) / taps[u % stride][v % stride];
            }
        }
        return projected;
    }
}
