package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Holds every value for two cells, whatever the stride is.
@KnownWrong(task = "6.2", hint = "alwaysTwo", part = "three", expected = "5 numbers", actual = "4 numbers")
public class AlwaysTwoOnes implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        int ones = Math.min(stride, 2);
        double[] held = new double[kernel.length + ones - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < ones; j++) held[t + j] += kernel[t];
        }
        return held;
    }
}
