package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes one topology for the other.
@KnownWrong(task = "5.2", hint = "swapsTopologies", part = "cascade", expected = "4", actual = "2")
public class SwapsTopologies implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int period = 1;
        for (int stride : strides) period = topology.equals("cascade") ? period / commonDivisor(period, stride) * stride : period * stride;
        return period;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
