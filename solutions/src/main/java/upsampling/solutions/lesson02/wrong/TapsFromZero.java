package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Numbers the taps from 0 instead of -1.
@KnownWrong(task = "2.3", hint = "tapsFromZero", part = "onCell", expected = "0", actual = "1")
public class TapsFromZero implements Resizing {

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(t, a), cubic(1 - t, a), cubic(2 - t, a), cubic(3 - t, a)};
    }

    private static double cubic(double d, double a) {
        if (d <= 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        return d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }
}
