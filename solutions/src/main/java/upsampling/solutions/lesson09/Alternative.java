package upsampling.solutions.lesson09;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import upsampling.tasks.Shifting;

/// A second correct solution of lesson 9 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Shifting {

    /// Rotates the list of rows, then each row as a list.
    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        List<double[]> rows = new ArrayList<>();
        for (double[] row : image) {
            List<Double> cells = new ArrayList<>();
            for (double cell : row) cells.add(cell);
            Collections.rotate(cells, dx);
            rows.add(cells.stream().mapToDouble(cell -> cell).toArray());
        }
        Collections.rotate(rows, dy);
        return rows.toArray(new double[0][]);
    }

    /// Reads every cell once: when a new largest value turns up, what has been summed so far is scaled down.
    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double largest = heat[0][0];
        double sum = 0;
        double[] mean = new double[2];
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double scale = Math.exp(-beta * Math.max(0, heat[h][w] - largest));
                largest = Math.max(largest, heat[h][w]);
                double weight = Math.exp(beta * (heat[h][w] - largest));
                sum = sum * scale + weight;
                mean[0] += (h - mean[0]) * weight / sum; // the mean itself does not change when old and new weights are scaled alike
                mean[1] += (w - mean[1]) * weight / sum;
            }
        }
        return mean;
    }

    /// Blurs along the rows and turns the picture, twice; what is dropped is never computed.
    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        if (stride <= 0) throw new IllegalArgumentException("blurPool: a stride below 1: " + stride);
        int reach = taps.length / 2;
        if (taps.length != 2 * reach + 1) throw new IllegalArgumentException("blurPool: no middle in " + taps.length + " taps");
        if (image.length <= reach || image[0].length <= reach) throw new IllegalArgumentException("blurPool: too few cells to reflect " + reach);
        return blurAndTurn(blurAndTurn(image, taps, stride), taps, stride);
    }

    private static double[][] blurAndTurn(double[][] image, double[] taps, int stride) {
        int reach = taps.length / 2;
        int width = image[0].length;
        double[][] turned = new double[(width + stride - 1) / stride][image.length];
        for (int h = 0; h < image.length; h++) {
            double[] padded = new double[width + 2 * reach];
            System.arraycopy(image[h], 0, padded, reach, width);
            for (int d = 1; d <= reach; d++) {
                padded[reach - d] = image[h][d];
                padded[reach + width - 1 + d] = image[h][width - 1 - d];
            }
            for (int j = 0; j < turned.length; j++) {
                for (int t = 0; t < taps.length; t++) turned[j][h] += taps[t] * padded[stride * j + t];
            }
        }
        return turned;
    }

    /// Without waves: a sum over all cells, weighted by what the shift makes of an impulse.
    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = signal.length;
        double[] moved = new double[size];
        for (int o = 0; o < size; o++) {
            for (int i = 0; i < size; i++) moved[o] += signal[i] * movedImpulse(o - i - delta, o - i, delta, size);
        }
        return moved;
    }

    /// `(1 + 2*sum over 0 < k < N/2 of cos(2*pi*k*distance/N)) / N`; an even length adds its fastest wave.
    private static double movedImpulse(double distance, int cells, double delta, int size) {
        double sum = 1;
        for (int k = 1; k <= (size - 1) / 2; k++) sum += 2 * Math.cos(2 * Math.PI / size * k * distance);
        if (size % 2 == 0) sum += Math.cos(Math.PI * delta) * Math.cos(Math.PI * cells);
        return sum / size;
    }

    /// By Parseval's theorem a norm is the same over the waves, and there both ways are products: `H[u]*X[u mod n]` times two different delays.
    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        double[] energies = energies("equivarianceError", kernel, signal, stride);
        double difference = 0;
        double norm = 0;
        for (int u = 0; u < energies.length; u++) {
            double[] early = delay(u % signal.length, signal.length, delta);
            double[] late = delay(u, energies.length, stride * delta);
            difference += energies[u] * (Math.pow(early[0] - late[0], 2) + Math.pow(early[1] - late[1], 2));
            norm += energies[u] * (late[0] * late[0] + late[1] * late[1]);
        }
        return Math.sqrt(difference) / Math.sqrt(norm);
    }

    /// The factor of the wave `u` of `size`; half way around, the mean of both signs.
    private static double[] delay(int u, int size, double delta) {
        double angle = 2 * Math.PI * delta / size * (2 * u > size ? u - size : u);
        return new double[] {Math.cos(angle), 2 * u == size ? 0 : -Math.sin(angle)};
    }

    /// All energy, less that of the waves from `-n/2` to `n/2`.
    @Override
    public double imageEnergy(double[] kernel, double[] signal, int stride) {
        double[] energies = energies("imageEnergy", kernel, signal, stride);
        double total = 0;
        double images = 0;
        for (int u = 0; u < energies.length; u++) {
            total += energies[u];
            boolean isSlow = u <= signal.length / 2 || energies.length - u <= signal.length / 2;
            images += isSlow ? 0 : energies[u];
        }
        return images / total;
    }

    /// `|H[u]*X[u mod n]|^2`: zero insertion repeats the waves of the signal, and the kernel weighs each copy.
    private static double[] energies(String who, double[] kernel, double[] signal, int stride) {
        if (stride <= 0) throw new IllegalArgumentException(who + ": a stride below 1: " + stride);
        int outputs = stride * signal.length;
        double[] energies = new double[outputs];
        double largest = 0;
        for (int u = 0; u < outputs; u++) {
            energies[u] = power(kernel, u, outputs) * power(signal, u, signal.length);
            largest = Math.max(largest, energies[u]);
        }
        if (largest == 0) throw new IllegalArgumentException(who + ": nothing but zeros");
        return energies;
    }

    private static double power(double[] values, int u, int size) {
        double cos = 0;
        double sin = 0;
        for (int n = 0; n < values.length; n++) {
            cos += values[n] * Math.cos(2 * Math.PI / size * u * n);
            sin += values[n] * Math.sin(2 * Math.PI / size * u * n);
        }
        return cos * cos + sin * sin;
    }
}
