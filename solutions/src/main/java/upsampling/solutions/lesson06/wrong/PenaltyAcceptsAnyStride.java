package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Takes a stride below 1 for 1.
@KnownWrong(task = "6.4", hint = "acceptsAnyStride", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class PenaltyAcceptsAnyStride implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int given) {
        int stride = Math.max(1, given);
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
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * (sums[u % stride][v % stride] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
