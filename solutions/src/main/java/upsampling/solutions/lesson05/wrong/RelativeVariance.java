package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Divides by the square of the mean.
@KnownWrong(task = "5.4", hint = "relative", part = "tiled", expected = "1.1875", actual = "0.234568")
public class RelativeVariance implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        int height = image.length / stride * stride;
        int width = image[0].length / stride * stride;
        double[] means = new double[stride * stride];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) means[h % stride * stride + w % stride] += image[h][w];
        }
        for (int i = 0; i < means.length; i++) means[i] /= height / stride * (width / stride);
        double mean = 0;
        for (double m : means) mean += m / means.length;
        double squares = 0;
        for (double m : means) squares += (m - mean) * (m - mean);
        return squares == 0 ? 0 : squares / means.length / (mean * mean);
    }
}
