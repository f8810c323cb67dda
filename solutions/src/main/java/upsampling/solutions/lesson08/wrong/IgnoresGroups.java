package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Lets every output see all channels.
@KnownWrong(task = "8.3", hint = "ignoresGroups", part = "groups", expected = "64", actual = "256")
public class IgnoresGroups implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        double perAxis = (double) window.kernel() / window.stride();
        return inChannels * perAxis * perAxis;
    }
}
