package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Leaves the sharpness at 1.
@KnownWrong(task = "9.2", hint = "ignoresBeta", part = "line", expected = "0.75", actual = "0.731059")
public class IgnoresBeta implements Shifting {

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
                double weight = StrictMath.exp(heat[h][w] - largest);
                sum += weight;
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
