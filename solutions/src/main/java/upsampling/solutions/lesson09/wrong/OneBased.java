package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Counts rows and columns from 1.
@KnownWrong(task = "9.2", hint = "oneBased", part = "flat", expected = "1.5", actual = "2.5")
public class OneBased implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] line : heat) {
            for (double value : line) largest = Math.max(largest, value);
        }
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = StrictMath.exp(beta * (heat[h][w] - largest));
                sum += weight;
                row += weight * (h + 1);
                column += weight * (w + 1);
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
