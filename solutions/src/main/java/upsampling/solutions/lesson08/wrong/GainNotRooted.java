package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Takes the square of the gain for the gain.
@KnownWrong(task = "8.2", hint = "gainNotRooted", part = "relu", expected = "0.163299", actual = "0.23094")
public class GainNotRooted implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return 2 / (1 + negativeSlope * negativeSlope) / Math.sqrt(fan);
    }
}
