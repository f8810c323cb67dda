package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Reads zeros beyond the border.
@KnownWrong(task = "9.3", hint = "zeroPadding", part = "ones", expected = "1", actual = "0.5625")
public class ZeroPadding implements Shifting {

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        int middle = (taps.length - 1) / 2;
        if (taps.length % 2 == 0) throw new IllegalArgumentException("the number of taps must be odd");
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        if (middle >= image.length || middle >= image[0].length) throw new IllegalArgumentException("too few cells to reflect");
        double[][] smaller = new double[(image.length - 1) / stride + 1][(image[0].length - 1) / stride + 1];
        for (int i = 0; i < smaller.length; i++) {
            for (int j = 0; j < smaller[i].length; j++) {
                for (int a = 0; a < taps.length; a++) {
                    for (int b = 0; b < taps.length; b++) {
                        int h = stride * i - middle + a;
                        int w = stride * j - middle + b;
                        boolean isInside = h >= 0 && h < image.length && w >= 0 && w < image[0].length;
                        if (isInside) smaller[i][j] += taps[a] * taps[b] * image[h][w];
                    }
                }
            }
        }
        return smaller;
    }
}
