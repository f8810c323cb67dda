package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Makes large phase sums larger.
@KnownWrong(task = "6.5", hint = "addsCorrection", part = "ones", expected = "0.5625", actual = "1.4375")
public class AddsCorrection implements Repairs {

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        if (kernel.length < stride || kernel[0].length < stride) throw new IllegalArgumentException("some phases have no tap");
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
                projected[u][v] = kernel[u][v] + (sums[u % stride][v % stride] - mean) / taps[u % stride][v % stride];
            }
        }
        return projected;
    }
}
