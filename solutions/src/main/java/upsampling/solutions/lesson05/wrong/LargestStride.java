package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the largest stride of the branches.
@KnownWrong(task = "5.2", hint = "largest", part = "coprime", expected = "6", actual = "3")
public class LargestStride implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int period = 1;
        for (int stride : strides) period = topology.equals("branches") ? Math.max(period, stride) : period * stride;
        return period;
    }
}
