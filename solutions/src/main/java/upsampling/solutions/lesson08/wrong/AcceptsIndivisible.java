package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Gives a group a part of a channel.
@KnownWrong(task = "8.3", hint = "acceptsIndivisible", part = "indivisible", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsIndivisible implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        double perAxis = (double) window.kernel() / window.stride();
        return (double) inChannels / groups * perAxis * perAxis;
    }
}
