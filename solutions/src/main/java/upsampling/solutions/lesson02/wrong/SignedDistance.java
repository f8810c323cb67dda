package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Lets a distance be negative on the right side.
@KnownWrong(task = "2.3", hint = "signedDistance", part = "pytorch", expected = "0.261719", actual = "-0.792969")
public class SignedDistance implements Resizing {

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(t + 1, a), cubic(t, a), cubic(t - 1, a), cubic(t - 2, a)};
    }

    private static double cubic(double d, double a) {
        if (d <= 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        return d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }
}
