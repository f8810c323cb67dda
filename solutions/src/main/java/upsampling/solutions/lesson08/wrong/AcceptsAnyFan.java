package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Checks nothing.
@KnownWrong(task = "8.2", hint = "acceptsAnyFan", part = "fan", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnyFan implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return gain / Math.sqrt(fan);
    }
}
