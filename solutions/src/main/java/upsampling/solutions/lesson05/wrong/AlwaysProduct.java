package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Multiplies the strides of branches too.
@KnownWrong(task = "5.2", hint = "alwaysProduct", part = "shared", expected = "4", actual = "8")
public class AlwaysProduct implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int period = 1;
        for (int stride : strides) period *= stride;
        return period;
    }
}
