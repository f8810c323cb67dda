package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the means of blocks of stride rows and columns.
@KnownWrong(task = "5.4", hint = "blockMeans", part = "tiled", expected = "1.1875", actual = "0")
public class BlockMeans implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        int blocksDown = image.length / stride;
        int blocksAcross = image[0].length / stride;
        double[] means = new double[blocksDown * blocksAcross];
        for (int h = 0; h < blocksDown * stride; h++) {
            for (int w = 0; w < blocksAcross * stride; w++) means[h / stride * blocksAcross + w / stride] += image[h][w] / (stride * stride);
        }
        double mean = 0;
        for (double m : means) mean += m / means.length;
        double squares = 0;
        for (double m : means) squares += (m - mean) * (m - mean);
        return squares / means.length;
    }
}
