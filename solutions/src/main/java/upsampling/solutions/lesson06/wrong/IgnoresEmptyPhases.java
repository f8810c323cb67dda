package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Leaves out the phases without a tap.
@KnownWrong(task = "6.4", hint = "ignoresEmptyPhases", part = "gaps", expected = "2.22222", actual = "0")
public class IgnoresEmptyPhases implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        int rows = Math.min(stride, kernel.length);
        int columns = Math.min(stride, kernel[0].length);
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
                mean += kernel[u][v] / (rows * columns);
            }
        }
        double value = 0;
        for (int r = 0; r < rows; r++) {
            for (int q = 0; q < columns; q++) value += (sums[r][q] - mean) * (sums[r][q] - mean);
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * (sums[u % stride][v % stride] - mean);
        }
        return new ValueAndGradient(value, gradient);
    }
}
