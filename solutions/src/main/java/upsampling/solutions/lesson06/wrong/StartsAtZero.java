package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Takes the taps at 0, 1 and 2.
@KnownWrong(task = "6.1", hint = "startsAtZero", part = "quarter", expected = "0.25", actual = "0.64")
public class StartsAtZero implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma * sigma));
        double far = Math.pow(side, 4);
        double z = 1 + side + far;
        return new double[] {1 / z, side / z, far / z};
    }
}
