package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Never lets go of a tap.
@KnownWrong(task = "6.2", hint = "runningSum", part = "two", expected = "5", actual = "6")
public class RunningSum implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; t + j < held.length; j++) held[t + j] += kernel[t];
        }
        return held;
    }
}
