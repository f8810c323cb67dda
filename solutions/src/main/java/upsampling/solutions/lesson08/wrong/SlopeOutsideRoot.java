package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Takes the root of the 2 only.
@KnownWrong(task = "8.2", hint = "slopeOutsideRoot", part = "leaky", expected = "0.160128", actual = "0.157019")
public class SlopeOutsideRoot implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return Math.sqrt(2 / fan) / (1 + negativeSlope * negativeSlope);
    }
}
