package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Takes every nonlinearity for a ReLU.
@KnownWrong(task = "8.2", hint = "ignoresSlope", part = "leaky", expected = "0.160128", actual = "0.163299")
public class IgnoresSlope implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return Math.sqrt(2 / fan);
    }
}
