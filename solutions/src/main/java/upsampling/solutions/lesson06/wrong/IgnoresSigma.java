package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Always takes the binomial taps.
@KnownWrong(task = "6.1", hint = "ignoresSigma", part = "one", expected = "0.274069", actual = "0.25")
public class IgnoresSigma implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, but was " + sigma);
        return new double[] {0.25, 0.5, 0.25};
    }
}
