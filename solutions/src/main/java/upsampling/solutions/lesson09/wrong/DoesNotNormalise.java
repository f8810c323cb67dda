package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Does not divide by the sum.
@KnownWrong(task = "9.2", hint = "doesNotNormalise", part = "flat", expected = "1.5", actual = "30")
public class DoesNotNormalise implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] line : heat) {
            for (double value : line) largest = Math.max(largest, value);
        }
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = StrictMath.exp(beta * (heat[h][w] - largest));
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row, column};
    }
}
