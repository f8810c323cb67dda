package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Reads the phase sums with both phases exchanged.
@KnownWrong(task = "6.4", hint = "transposesPhases", part = "rectangle", expected = "-8.5", actual = "3.5")
public class GradientTransposesPhases implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
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
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * (sums[v % stride][u % stride] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
