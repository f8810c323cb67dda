package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Computes with strides that do not exist.
@KnownWrong(task = "5.2", hint = "acceptsAnyStride", part = "strides", expected = "IllegalArgumentException", actual = "1")
public class AcceptsAnyStride implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        int period = 1;
        for (int stride : strides) period = topology.equals("branches") ? period / commonDivisor(period, stride) * stride : period * stride;
        return period;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
