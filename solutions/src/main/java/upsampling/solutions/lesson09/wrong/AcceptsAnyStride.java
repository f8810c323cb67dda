package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes a stride below 1 for 1.
@KnownWrong(task = "9.3", hint = "acceptsAnyStride", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnyStride implements Shifting {

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        int middle = (taps.length - 1) / 2;
        if (taps.length % 2 == 0) throw new IllegalArgumentException("the number of taps must be odd");
        if (middle >= image.length || middle >= image[0].length) throw new IllegalArgumentException("too few cells to reflect");
        int step = Math.max(1, stride);
        double[][] smaller = new double[(image.length - 1) / step + 1][(image[0].length - 1) / step + 1];
        for (int i = 0; i < smaller.length; i++) {
            for (int j = 0; j < smaller[i].length; j++) {
                for (int a = 0; a < taps.length; a++) {
                    for (int b = 0; b < taps.length; b++) {
                        int h = reflect(step * i - middle + a, image.length);
                        int w = reflect(step * j - middle + b, image[0].length);
                        smaller[i][j] += taps[a] * taps[b] * image[h][w];
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
