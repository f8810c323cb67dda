package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Measures places from the middle of the map, 1 being its border.
@KnownWrong(task = "9.2", hint = "normalisedPlaces", part = "flat", expected = "1.5", actual = "0")
public class NormalisedPlaces implements Shifting {

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
                row += weight * (2.0 * h / Math.max(1, heat.length - 1) - 1);
                column += weight * (2.0 * w / Math.max(1, heat[h].length - 1) - 1);
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
