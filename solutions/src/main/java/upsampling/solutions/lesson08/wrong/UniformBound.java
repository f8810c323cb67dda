package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Returns the bound of the uniform distribution of the same width.
@KnownWrong(task = "8.2", hint = "uniformBound", part = "relu", expected = "0.163299", actual = "0.282843")
public class UniformBound implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return Math.sqrt(3) * gain / Math.sqrt(fan);
    }
}
