package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Counts the taps of the phase with the most.
@KnownWrong(task = "8.3", hint = "mostCovered", part = "odd", expected = "144", actual = "256")
public class MostCovered implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        int perAxis = Math.ceilDiv(window.kernel(), window.stride());
        return (double) (inChannels / groups) * perAxis * perAxis;
    }
}
