package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Counts the products of an ordinary convolution.
@KnownWrong(task = "8.3", hint = "ignoresStride", part = "even", expected = "256", actual = "1024")
public class IgnoresStride implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        return (double) (inChannels / groups) * window.kernel() * window.kernel();
    }
}
