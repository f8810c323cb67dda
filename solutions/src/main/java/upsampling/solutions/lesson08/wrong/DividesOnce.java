package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Divides by the stride of one axis.
@KnownWrong(task = "8.3", hint = "dividesOnce", part = "even", expected = "256", actual = "512")
public class DividesOnce implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        return (double) (inChannels / groups) * window.kernel() * window.kernel() / window.stride();
    }
}
