package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Subtracts the square of the slope.
@KnownWrong(task = "8.2", hint = "minusSlope", part = "leaky", expected = "0.160128", actual = "0.166667")
public class MinusSlope implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        return Math.sqrt(2 / (1 - negativeSlope * negativeSlope) / fan);
    }
}
