package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Reflects the columns at the number of rows.
@KnownWrong(task = "9.3", hint = "assumesSquare", part = "field", expected = "7.5", actual = "6.75")
public class AssumesSquarePicture implements Shifting {

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
                        int h = reflect(stride * i - middle + a, image.length);
                        int w = reflect(stride * j - middle + b, image.length);
                        smaller[i][j] += taps[a] * taps[b] * image[h][w];
                    }
                }
            }
        }
        return smaller;
    }

    private static int reflect(int place, int size) {
        int there = Math.floorMod(place, Math.max(1, 2 * (size - 1)));
        return Math.min(there, 2 * (size - 1) - there);
    }
}
