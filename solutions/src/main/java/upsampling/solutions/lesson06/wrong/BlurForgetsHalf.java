package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Leaves the 2 out of the exponent.
@KnownWrong(task = "6.1", hint = "forgetsHalf", part = "quarter", expected = "0.25", actual = "0.166667")
public class BlurForgetsHalf implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (sigma * sigma));
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
