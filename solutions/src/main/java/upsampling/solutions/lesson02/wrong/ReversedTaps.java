package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Returns the taps from right to left; right in the middle between two cells.
@KnownWrong(task = "2.3", hint = "reversedTaps", part = "pytorch", expected = "-0.105469", actual = "-0.0351563")
public class ReversedTaps implements Resizing {

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(2 - t, a), cubic(1 - t, a), cubic(t, a), cubic(1 + t, a)};
    }

    private static double cubic(double d, double a) {
        if (d <= 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        return d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }
}
