package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Returns the exponentials as they are.
@KnownWrong(task = "6.1", hint = "unnormalised", part = "quarter", expected = "0.25", actual = "0.5")
public class Unnormalised implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma * sigma));
        return new double[] {side, 1, side};
    }
}
