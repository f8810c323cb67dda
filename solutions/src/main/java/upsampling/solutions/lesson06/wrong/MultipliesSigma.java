package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Multiplies by the square of the width where it should divide.
@KnownWrong(task = "6.1", hint = "multipliesSigma", part = "quarter", expected = "0.25", actual = "0.291181")
public class MultipliesSigma implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-sigma * sigma / 2);
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
