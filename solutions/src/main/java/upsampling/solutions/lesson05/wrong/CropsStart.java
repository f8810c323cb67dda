package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Leaves rows and columns out at the start.
@KnownWrong(task = "5.4", hint = "cropsStart", part = "leftOver", expected = "0.1875", actual = "4.6875")
public class CropsStart implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        int height = image.length / stride * stride;
        int width = image[0].length / stride * stride;
        int top = image.length - height;
        int left = image[0].length - width;
        double[] means = new double[stride * stride];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) means[h % stride * stride + w % stride] += image[top + h][left + w];
        }
        for (int i = 0; i < means.length; i++) means[i] /= height / stride * (width / stride);
        double mean = 0;
        for (double m : means) mean += m / means.length;
        double squares = 0;
        for (double m : means) squares += (m - mean) * (m - mean);
        return squares / means.length;
    }
}
