package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes as many columns as there are rows.
@KnownWrong(task = "5.4", hint = "assumesSquare", part = "rectangle", expected = "6.25", actual = "0.25")
public class AssumesSquarePicture implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        int height = Math.min(image.length, image[0].length) / stride * stride;
        int width = height;
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
