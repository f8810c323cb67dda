package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Divides by the area below the whole bell.
@KnownWrong(task = "6.1", hint = "density", part = "quarter", expected = "0.25", actual = "0.234859")
public class Density implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        double side = Math.exp(-1 / (2 * sigma * sigma));
        double z = sigma * Math.sqrt(2 * Math.PI);
        return new double[] {side / z, 1 / z, side / z};
    }
}
