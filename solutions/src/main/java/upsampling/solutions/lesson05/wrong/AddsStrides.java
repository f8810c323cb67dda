package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Adds the strides of a cascade up.
@KnownWrong(task = "5.2", hint = "addsStrides", part = "cascade", expected = "8", actual = "6")
public class AddsStrides implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int sum = 0;
        int multiple = 1;
        for (int stride : strides) {
            sum += stride;
            multiple = multiple / commonDivisor(multiple, stride) * stride;
        }
        return topology.equals("branches") ? multiple : sum;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
