package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Gives the gradient of the phases, not of the taps.
@KnownWrong(task = "6.4", hint = "gradientPerPhase", part = "ones", expected = "3 rows of 3", actual = "2 rows of 2")
public class GradientPerPhase implements Repairs {

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
        double[][] gradient = new double[stride][stride];
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) gradient[r][q] = 2 * (sums[r][q] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
