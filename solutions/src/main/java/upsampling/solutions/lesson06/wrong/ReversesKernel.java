package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Turns the kernel round.
@KnownWrong(task = "6.2", hint = "reversed", part = "two", expected = "1", actual = "3")
public class ReversesKernel implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride; j++) held[t + j] += kernel[kernel.length - 1 - t];
        }
        return held;
    }
}
