package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Balances only the phases that have taps.
@KnownWrong(task = "6.5", hint = "acceptsGaps", part = "gaps", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsGaps implements Repairs {

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        double[][] taps = new double[stride][stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
                taps[u % stride][v % stride]++;
                mean += kernel[u][v] / (stride * stride);
            }
        }
        double[][] projected = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                projected[u][v] = kernel[u][v] - (sums[u % stride][v % stride] - mean) / taps[u % stride][v % stride];
            }
        }
        return projected;
    }
}
