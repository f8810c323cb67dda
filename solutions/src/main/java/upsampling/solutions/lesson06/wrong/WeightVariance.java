package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Pulls the taps together, not the phase sums.
@KnownWrong(task = "6.4", hint = "weightVariance", part = "ones", expected = "4.75", actual = "0")
public class WeightVariance implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double mean = 0;
        for (double[] row : kernel) {
            for (double tap : row) mean += tap;
        }
        mean /= kernel.length * kernel[0].length;
        double value = 0;
        for (double[] row : kernel) {
            for (double tap : row) value += (tap - mean) * (tap - mean);
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * (kernel[u][v] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
