package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Keeps the last of the taps that fall on one place.
@KnownWrong(task = "6.2", hint = "overwrites", part = "two", expected = "3", actual = "2")
public class OverwritesTaps implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride; j++) held[t + j] = kernel[t];
        }
        return held;
    }
}
