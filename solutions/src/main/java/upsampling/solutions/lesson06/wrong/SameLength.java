package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Cuts the result to the length of the kernel.
@KnownWrong(task = "6.2", hint = "sameLength", part = "two", expected = "4 numbers", actual = "3 numbers")
public class SameLength implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride && t + j < held.length; j++) held[t + j] += kernel[t];
        }
        return held;
    }
}
