package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Forgets the root.
@KnownWrong(task = "8.2", hint = "variance", part = "relu", expected = "0.163299", actual = "0.0266667")
public class ReturnsVariance implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return 2 / (1 + negativeSlope * negativeSlope) / fan;
    }
}
