package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Adds only one of the two sides to the middle.
@KnownWrong(task = "6.1", hint = "countsOneSide", part = "quarter", expected = "0.25", actual = "0.333333")
public class CountsOneSide implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma * sigma));
        double z = 1 + side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
