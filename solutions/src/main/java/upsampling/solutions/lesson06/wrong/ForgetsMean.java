package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Squares the phase sums themselves.
@KnownWrong(task = "6.4", hint = "forgetsMean", part = "ones", expected = "4.75", actual = "25")
public class ForgetsMean implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
            }
        }
        double value = 0;
        for (double[] row : sums) {
            for (double sum : row) value += sum * sum;
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * sums[u % stride][v % stride];
        }
        return new ValueAndGradient(value, gradient);
    }
}
