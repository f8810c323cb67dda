package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Adds the slope instead of its square.
@KnownWrong(task = "8.2", hint = "slopeNotSquared", part = "leaky", expected = "0.160128", actual = "0.149071")
public class SlopeNotSquared implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return Math.sqrt(2 / (1 + negativeSlope) / fan);
    }
}
