package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Computes with widths that do not exist.
@KnownWrong(task = "6.1", hint = "acceptsAnySigma", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnySigma implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        double side = Math.exp(-1 / (2 * sigma * sigma));
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
