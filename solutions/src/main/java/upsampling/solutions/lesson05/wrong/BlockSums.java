package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Cuts the kernel into stride blocks on each axis, and adds up each block.
@KnownWrong(task = "5.3", hint = "blockSums", part = "counting", expected = "20", actual = "12")
public class BlockSums implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        double[][] sums = new double[stride][stride];
        int rows = Math.ceilDiv(kernel.length, stride);
        int columns = Math.ceilDiv(kernel[0].length, stride);
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u / rows][v / columns] += kernel[u][v];
        }
        return sums;
    }
}
