package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Divides by the width, not by its square.
@KnownWrong(task = "6.1", hint = "forgetsSquare", part = "quarter", expected = "0.25", actual = "0.263043")
public class BlurForgetsSquare implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma));
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
