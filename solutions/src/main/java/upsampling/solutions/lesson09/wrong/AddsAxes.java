package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes the mean of a blur along the rows and one along the columns.
@KnownWrong(task = "9.3", hint = "addsAxes", part = "field", expected = "2.25", actual = "1.5")
public class AddsAxes implements Shifting {

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        int middle = (taps.length - 1) / 2;
        if (taps.length % 2 == 0) throw new IllegalArgumentException("the number of taps must be odd");
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        if (middle >= image.length || middle >= image[0].length) throw new IllegalArgumentException("too few cells to reflect");
        double[][] smaller = new double[(image.length - 1) / stride + 1][(image[0].length - 1) / stride + 1];
        for (int i = 0; i < smaller.length; i++) {
            for (int j = 0; j < smaller[i].length; j++) {
                for (int t = 0; t < taps.length; t++) {
                    int h = reflect(stride * i - middle + t, image.length);
                    int w = reflect(stride * j - middle + t, image[0].length);
                    smaller[i][j] += taps[t] * (image[h][stride * j] + image[stride * i][w]) / 2;
                }
            }
        }
        return smaller;
    }

    private static int reflect(int place, int size) {
        if (place < 0) return -place;
        return place < size ? place : 2 * (size - 1) - place;
    }
}
