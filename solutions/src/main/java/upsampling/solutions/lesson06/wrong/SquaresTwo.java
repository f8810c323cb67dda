package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Squares the 2 of the exponent too.
@KnownWrong(task = "6.1", hint = "squaresTwo", part = "quarter", expected = "0.25", actual = "0.292893")
public class SquaresTwo implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma * 2 * sigma));
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
