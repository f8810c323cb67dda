package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Forgets the minus of the exponent.
@KnownWrong(task = "6.1", hint = "wrongSign", part = "quarter", expected = "0.25", actual = "0.4")
public class GrowsOutwards implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(1 / (2 * sigma * sigma));
        double z = 1 + 2 * side;
        return new double[] {side / z, 1 / z, side / z};
    }
}
