package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Adds up the deviations without squaring them.
@KnownWrong(task = "6.4", hint = "absoluteDeviations", part = "ones", expected = "4.75", actual = "3.5")
public class AbsoluteDeviations implements Repairs {

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
            for (double sum : row) value += Math.abs(sum - mean);
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = Math.signum(sums[u % stride][v % stride] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
