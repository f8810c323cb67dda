package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Multiplies the phase sums of the rows by those of the columns, as if every kernel were a product.
@KnownWrong(task = "5.3", hint = "outerProduct", part = "four", expected = "20", actual = "20.5333")
public class OuterProduct implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] rows = new double[stride];
        double[] columns = new double[stride];
        double total = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                rows[u % stride] += kernel[u][v];
                columns[v % stride] += kernel[u][v];
                total += kernel[u][v];
            }
        }
        double[][] sums = new double[stride][stride];
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) sums[r][q] = total == 0 ? 0 : rows[r] * columns[q] / total;
        }
        return sums;
    }
}
