package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes a stride below 1 for 1.
@KnownWrong(task = "5.3", hint = "acceptsAnyStride", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class SumsAcceptAnyStride implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        int step = Math.max(1, stride);
        double[][] sums = new double[step][step];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u % step][v % step] += kernel[u][v];
        }
        return sums;
    }
}
