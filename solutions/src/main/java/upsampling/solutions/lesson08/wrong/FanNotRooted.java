package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Divides the gain by the fan itself.
@KnownWrong(task = "8.2", hint = "fanNotRooted", part = "relu", expected = "0.163299", actual = "0.0188562")
public class FanNotRooted implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return gain / fan;
    }
}
