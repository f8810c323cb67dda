package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;

/// Takes the rows and columns in that do not fill a stride.
@KnownWrong(task = "5.4", hint = "doesNotCrop", part = "leftOver", expected = "0.1875", actual = "1.1875")
public class DoesNotCrop implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1 || image.length < stride || image[0].length < stride) throw new IllegalArgumentException("no whole stride");
        double[] means = new double[stride * stride];
        int[] cells = new int[stride * stride];
        for (int h = 0; h < image.length; h++) {
            for (int w = 0; w < image[h].length; w++) {
                means[h % stride * stride + w % stride] += image[h][w];
                cells[h % stride * stride + w % stride]++;
            }
        }
        for (int i = 0; i < means.length; i++) means[i] /= cells[i];
        double mean = 0;
        for (double m : means) mean += m / means.length;
        double squares = 0;
        for (double m : means) squares += (m - mean) * (m - mean);
        return squares / means.length;
    }
}
