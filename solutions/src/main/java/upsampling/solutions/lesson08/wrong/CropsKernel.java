package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Takes the padding off the kernel.
@KnownWrong(task = "8.3", hint = "cropsKernel", part = "padding", expected = "256", actual = "64")
public class CropsKernel implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        double perAxis = (window.kernel() - 2.0 * window.padding()) / window.stride();
        return inChannels / groups * perAxis * perAxis;
    }
}
