package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Multiplies in int.
@KnownWrong(task = "8.3", hint = "overflows", part = "large", expected = "2500000000", actual = "352516352")
public class OverflowingProducts implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        int stamps = inChannels / groups * window.kernel() * window.kernel();
        return (double) stamps / (window.stride() * window.stride());
    }
}
