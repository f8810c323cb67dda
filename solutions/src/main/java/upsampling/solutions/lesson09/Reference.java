package upsampling.solutions.lesson09;

import upsampling.tasks.Shifting;

/// The reference solution of lesson 9: the formulas of the tasks, loop for loop.
public class Reference implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[Math.floorMod(h + dy, height)][Math.floorMod(w + dx, width)] = image[h][w];
        }
        return moved;
    }

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] line : heat) {
            for (double value : line) largest = Math.max(largest, value);
        }
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = Math.exp(beta * (heat[h][w] - largest));
                sum += weight;
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row / sum, column / sum};
    }

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        int middle = (taps.length - 1) / 2;
        int height = image.length;
        int width = image[0].length;
        if (taps.length % 2 == 0) throw new IllegalArgumentException("blurPool: the number of taps must be odd, but was " + taps.length);
        requireStride("blurPool", stride);
        if (middle >= Math.min(height, width)) {
            throw new IllegalArgumentException("blurPool: (k-1)/2 = %d must be less than both sizes of the picture, %d x %d, to reflect; use fewer taps"
                .formatted(middle, height, width));
        }
        double[][] smaller = new double[(height - 1) / stride + 1][(width - 1) / stride + 1];
        for (int i = 0; i < smaller.length; i++) {
            for (int j = 0; j < smaller[i].length; j++) {
                for (int a = 0; a < taps.length; a++) {
                    for (int b = 0; b < taps.length; b++) {
                        int h = reflect(stride * i - middle + a, height);
                        int w = reflect(stride * j - middle + b, width);
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

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = signal.length;
        double[] moved = new double[size];
        for (int k = 0; k < size; k++) {
            double[] wave = wave(signal, k);
            int frequency = 2 * k <= size ? k : k - size;
            for (int n = 0; n < size; n++) {
                double angle = 2 * Math.PI * (k * n - frequency * delta) / size;
                moved[n] += (wave[0] * Math.cos(angle) - wave[1] * Math.sin(angle)) / size;
            }
        }
        return moved;
    }

    /// The two sums of the wave `k`: with cos, and minus the one with sin.
    private static double[] wave(double[] signal, int k) {
        double[] wave = new double[2];
        for (int n = 0; n < signal.length; n++) {
            double angle = 2 * Math.PI * k * n / signal.length;
            wave[0] += signal[n] * Math.cos(angle);
            wave[1] -= signal[n] * Math.sin(angle);
        }
        return wave;
    }

    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        double[] late = shiftFourier(upsample("equivarianceError", kernel, signal, stride), stride * delta);
        double[] early = upsample("equivarianceError", kernel, shiftFourier(signal, delta), stride);
        double difference = 0;
        double norm = 0;
        for (int o = 0; o < late.length; o++) {
            difference += (early[o] - late[o]) * (early[o] - late[o]);
            norm += late[o] * late[o];
        }
        return Math.sqrt(difference / norm);
    }

    @Override
    public double imageEnergy(double[] kernel, double[] signal, int stride) {
        double[] y = upsample("imageEnergy", kernel, signal, stride);
        double images = 0;
        double total = 0;
        for (int u = 0; u < y.length; u++) {
            double[] wave = wave(y, u);
            double energy = wave[0] * wave[0] + wave[1] * wave[1];
            int frequency = 2 * u <= y.length ? u : u - y.length;
            if (2 * Math.abs(frequency) > signal.length) images += energy;
            total += energy;
        }
        return images / total;
    }

    private static double[] upsample(String who, double[] kernel, double[] signal, int stride) {
        requireStride(who, stride);
        double[] y = new double[stride * signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int t = 0; t < kernel.length; t++) y[(stride * i + t) % y.length] += kernel[t] * signal[i];
        }
        for (double value : y) {
            if (value != 0) return y;
        }
        throw new IllegalArgumentException(who + ": the upsampled signal is 0 everywhere, so nothing can be relative to it; use another signal");
    }

    private static void requireStride(String who, int stride) {
        if (stride < 1) throw new IllegalArgumentException(who + ": stride must be >= 1, but was " + stride);
    }
}
