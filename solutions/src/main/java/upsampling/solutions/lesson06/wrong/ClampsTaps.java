package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Repeats the first and the last tap beyond the ends.
@KnownWrong(task = "6.2", hint = "clampsToEdge", part = "two", expected = "1", actual = "2")
public class ClampsTaps implements Repairs {

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int o = 0; o < held.length; o++) {
            for (int j = 0; j < stride; j++) held[o] += kernel[Math.clamp(o - j, 0, kernel.length - 1)];
        }
        return held;
    }
}
