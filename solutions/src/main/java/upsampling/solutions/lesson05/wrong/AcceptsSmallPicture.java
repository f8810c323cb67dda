package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Finds no pattern in a picture without a whole stride.
@KnownWrong(task = "5.4", hint = "acceptsSmall", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsSmallPicture implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1, but was " + stride);
        if (image.length < stride || image[0].length < stride) return 0;
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
        return squares / means.length;
    }
}
