package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Subtracts the minimum, which makes large numbers no smaller.
@KnownWrong(task = "9.2", hint = "subtractsMinimum", part = "sharp", expected = "1", actual = "NaN")
public class SubtractsMinimum implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] line : heat) {
            for (double value : line) smallest = Math.min(smallest, value);
        }
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = StrictMath.exp(beta * (heat[h][w] - smallest));
                sum += weight;
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
