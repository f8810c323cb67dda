package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Leaves the outer lobes at 0, as linear interpolation does.
@KnownWrong(task = "2.3", hint = "twoTaps", part = "pytorch", expected = "-0.105469", actual = "0")
public class TwoTaps implements Resizing {

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(1 + t, a), cubic(t, a), cubic(1 - t, a), cubic(2 - t, a)};
    }

    private static double cubic(double d, double a) {
        return d <= 1 ? (a + 2) * d * d * d - (a + 3) * d * d + 1 : 0;
    }
}
