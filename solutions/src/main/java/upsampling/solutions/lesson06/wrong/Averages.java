package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Takes the mean of the values that are held.
@KnownWrong(task = "6.2", hint = "divides", part = "two", expected = "1", actual = "0.5")
public class Averages implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride; j++) held[t + j] += kernel[t] / stride;
        }
        return held;
    }
}
