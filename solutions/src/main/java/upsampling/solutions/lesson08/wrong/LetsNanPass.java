package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Asks whether the fan is too small, which NaN is not.
@KnownWrong(task = "8.2", hint = "letsNanPass", part = "notANumber", expected = "IllegalArgumentException", actual = "a result")
public class LetsNanPass implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (fan <= 0) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return gain / Math.sqrt(fan);
    }
}
