package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes every other name for a cascade.
@KnownWrong(task = "5.2", hint = "acceptsAnyTopology", part = "topology", expected = "IllegalArgumentException", actual = "4")
public class AcceptsAnyTopology implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int period = 1;
        for (int stride : strides) period = topology.equals("branches") ? period / commonDivisor(period, stride) * stride : period * stride;
        return period;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
