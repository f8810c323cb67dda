package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Holds values for no cell, or for fewer.
@KnownWrong(task = "6.2", hint = "acceptsAnyStride", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class HoldAcceptsAnyStride implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        double[] held = new double[Math.max(0, kernel.length + stride - 1)];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride; j++) held[t + j] += kernel[t];
        }
        return held;
    }
}
