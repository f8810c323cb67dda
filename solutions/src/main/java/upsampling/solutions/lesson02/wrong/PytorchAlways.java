package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Takes a = -0.75 whatever was asked for.
@KnownWrong(task = "2.3", hint = "pytorchAlways", part = "keys", expected = "-0.0625", actual = "-0.09375")
public class PytorchAlways implements Resizing {

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(1 + t, -0.75), cubic(t, -0.75), cubic(1 - t, -0.75), cubic(2 - t, -0.75)};
    }

    private static double cubic(double d, double a) {
        if (d <= 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        return d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }
}
