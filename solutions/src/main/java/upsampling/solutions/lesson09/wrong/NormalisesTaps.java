package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Divides the taps by their sum.
@KnownWrong(task = "9.3", hint = "normalisesTaps", part = "oneTap", expected = "288", actual = "32")
public class NormalisesTaps implements Shifting {

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        int middle = (taps.length - 1) / 2;
        if (taps.length % 2 == 0) throw new IllegalArgumentException("the number of taps must be odd");
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        if (middle >= image.length || middle >= image[0].length) throw new IllegalArgumentException("too few cells to reflect");
        double sum = Arrays.stream(taps).sum();
        double[][] smaller = new double[(image.length - 1) / stride + 1][(image[0].length - 1) / stride + 1];
        for (int i = 0; i < smaller.length; i++) {
            for (int j = 0; j < smaller[i].length; j++) {
                for (int a = 0; a < taps.length; a++) {
                    for (int b = 0; b < taps.length; b++) {
                        int h = reflect(stride * i - middle + a, image.length);
                        int w = reflect(stride * j - middle + b, image[0].length);
                        smaller[i][j] += taps[a] / sum * taps[b] / sum * image[h][w];
                    }
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
