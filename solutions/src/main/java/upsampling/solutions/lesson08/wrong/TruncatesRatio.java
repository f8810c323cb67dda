package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Divides the kernel by the stride in whole numbers.
@KnownWrong(task = "8.3", hint = "truncatesRatio", part = "odd", expected = "144", actual = "64")
public class TruncatesRatio implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        int perAxis = window.kernel() / window.stride();
        return (double) (inChannels / groups) * perAxis * perAxis;
    }
}
