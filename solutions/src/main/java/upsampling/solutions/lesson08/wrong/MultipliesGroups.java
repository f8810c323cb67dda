package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Takes the channels for those of one group.
@KnownWrong(task = "8.3", hint = "multipliesGroups", part = "groups", expected = "64", actual = "1024")
public class MultipliesGroups implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        double perAxis = (double) window.kernel() / window.stride();
        return (double) inChannels * groups * perAxis * perAxis;
    }
}
