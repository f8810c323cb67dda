package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Keeps the variance of a layer without a nonlinearity.
@KnownWrong(task = "8.2", hint = "forgetsGain", part = "relu", expected = "0.163299", actual = "0.11547")
public class ForgetsGain implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return 1 / Math.sqrt(fan);
    }
}
