package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the variance of all cells.
@KnownWrong(task = "5.4", hint = "pixelVariance", part = "ramp", expected = "0.6875", actual = "3.35417")
public class PixelVariance implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        int height = image.length / stride * stride;
        int width = image[0].length / stride * stride;
        double mean = 0;
        double power = 0;
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                mean += image[h][w] / (height * width);
                power += image[h][w] * image[h][w] / (height * width);
            }
        }
        return power - mean * mean;
    }
}
