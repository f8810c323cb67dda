package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Divides whole numbers.
@KnownWrong(task = "8.3", hint = "truncates", part = "fraction", expected = "44.4444", actual = "44")
public class TruncatesMean implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (groups < 1 || inChannels % groups != 0) throw new IllegalArgumentException("groups must divide " + inChannels + ", but was " + groups);
        long stamps = (long) (inChannels / groups) * window.kernel() * window.kernel();
        return stamps / ((long) window.stride() * window.stride());
    }
}
