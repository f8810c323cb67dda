package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Counts nothing in no channels.
@KnownWrong(task = "8.3", hint = "acceptsNoChannels", part = "channels", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsNoChannels implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        double perAxis = (double) window.kernel() / window.stride();
        return inChannels / groups * perAxis * perAxis;
    }
}
