package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Divides the product of all strides by their greatest common divisor, which is right for two of them.
@KnownWrong(task = "5.2", hint = "productOverDivisor", part = "many", expected = "12", actual = "24")
public class ProductOverDivisor implements Checkerboards {

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) throw new IllegalArgumentException("unknown topology " + topology);
        if (strides.length == 0) throw new IllegalArgumentException("no strides");
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        }
        int product = 1;
        int divisor = 0;
        for (int stride : strides) {
            product *= stride;
            divisor = commonDivisor(divisor, stride);
        }
        return topology.equals("branches") ? product / divisor : product;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
