package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Holds every value for one cell too many.
@KnownWrong(task = "6.2", hint = "oneTooMany", part = "two", expected = "4 numbers", actual = "5 numbers")
public class OneOneTooMany implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j <= stride; j++) held[t + j] += kernel[t];
        }
        return held;
    }
}
