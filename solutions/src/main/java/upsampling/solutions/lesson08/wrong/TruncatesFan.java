package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Counts whole products only.
@KnownWrong(task = "8.2", hint = "truncatesFan", part = "fraction", expected = "0.666667", actual = "0.707107")
public class TruncatesFan implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return gain / Math.sqrt((int) fan);
    }
}
