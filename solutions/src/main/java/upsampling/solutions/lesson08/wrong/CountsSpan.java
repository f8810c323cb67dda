package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Counts the cells between the taps too.
@KnownWrong(task = "8.3", hint = "effectiveKernel", part = "dilation", expected = "144", actual = "400")
public class CountsSpan implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        double perAxis = (double) window.effectiveKernel() / window.stride();
        return inChannels / groups * perAxis * perAxis;
    }
}
