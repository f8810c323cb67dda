package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Shares the gradient among the taps of a phase.
@KnownWrong(task = "6.4", hint = "sharesGradient", part = "ones", expected = "3.5", actual = "0.875")
public class SharesGradient implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        double[][] taps = new double[stride][stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                taps[u % stride][v % stride]++;
                sums[u % stride][v % stride] += kernel[u][v];
                mean += kernel[u][v] / (stride * stride);
            }
        }
        double value = 0;
        for (double[] row : sums) {
            for (double sum : row) value += (sum - mean) * (sum - mean);
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                gradient[u][v] = 2 * (sums[u % stride][v % stride] - mean) / taps[u % stride][v % stride];
            }
        }
        return new ValueAndGradient(value, gradient);
    }
}
