package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Makes all taps of a phase equal.
@KnownWrong(task = "6.5", hint = "evensOut", part = "counting", expected = "-1.1875", actual = "2.8125")
public class EvensOut implements Repairs {

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        if (kernel.length < stride || kernel[0].length < stride) throw new IllegalArgumentException("some phases have no tap");
        double[][] taps = new double[stride][stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                taps[u % stride][v % stride]++;
                mean += kernel[u][v] / (stride * stride);
            }
        }
        double[][] projected = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                projected[u][v] = mean / taps[u % stride][v % stride];
            }
        }
        return projected;
    }
}
