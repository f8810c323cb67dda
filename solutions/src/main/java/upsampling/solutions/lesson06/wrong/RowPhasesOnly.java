package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Adds up whole rows: only the rows have phases.
@KnownWrong(task = "6.4", hint = "rowsOnly", part = "ones", expected = "4.75", actual = "4.5")
public class RowPhasesOnly implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] sums = new double[stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride] += kernel[u][v];
                mean += kernel[u][v] / stride;
            }
        }
        double value = 0;
        for (double sum : sums) value += (sum - mean) * (sum - mean);
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * (sums[u % stride] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
