package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Uses two strides and no more.
@KnownWrong(task = "5.2", hint = "firstTwo", part = "many", expected = "12", actual = "6")
public class FirstTwoStrides implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        if (strides.length == 1) return strides[0];
        int product = strides[0] * strides[1];
        return topology.equals("branches") ? product / commonDivisor(strides[0], strides[1]) : product;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
