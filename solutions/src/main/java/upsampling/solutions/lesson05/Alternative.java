package upsampling.solutions.lesson05;

import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// A second correct solution of lesson 5 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Checkerboards {

    /// Asks every output for the inputs that reach it.
    @Override
    public int[] overlapCount(int size, Window window) {
        int outputs = window.stride() * (size - 1) - 2 * window.padding() + window.dilation() * (window.kernel() - 1) + 1;
        if (outputs < 1) throw new IllegalArgumentException("overlapCount: there would be " + outputs + " outputs; less padding leaves some");
        int[] counts = new int[outputs];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int painter = o + window.padding() - window.dilation() * t; // s times the input, if it is one
                if (painter % window.stride() == 0 && painter >= 0 && painter / window.stride() < size) counts[o]++;
            }
        }
        return counts;
    }

    /// Looks for the first place at which every branch begins anew; counts the cells that a cascade makes of one.
    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (strides.length < 1) throw new IllegalArgumentException("patternPeriod: no strides");
        for (int stride : strides) {
            if (stride <= 0) throw new IllegalArgumentException("patternPeriod: a stride below 1: " + stride);
        }
        return switch (topology) {
            case "branches" -> {
                int place = 1;
                while (!everyPatternBeginsAt(place, strides)) place++;
                yield place;
            }
            case "cascade" -> {
                int cells = 1;
                for (int stride : strides) {
                    int made = 0;
                    for (int cell = 0; cell < cells; cell++) made += stride;
                    cells = made;
                }
                yield cells;
            }
            default -> throw new IllegalArgumentException("patternPeriod: unknown topology " + topology);
        };
    }

    private static boolean everyPatternBeginsAt(int place, int[] strides) {
        for (int stride : strides) {
            if (place % stride != 0) return false;
        }
        return true;
    }

    /// Walks through the taps of one phase after the other.
    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        if (stride < 1) throw new IllegalArgumentException("phaseSums: a stride below 1: " + stride);
        double[][] sums = new double[stride][stride];
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) {
                for (int u = r; u < kernel.length; u += stride) {
                    for (int v = q; v < kernel[u].length; v += stride) sums[r][q] += kernel[u][v];
                }
            }
        }
        return sums;
    }

    /// The mean of the sub-grids' means never appears: the variance of N numbers is the sum of `(a - b)^2` over all pairs, divided by `2 N^2`.
    @Override
    public double psv(double[][] image, int stride) {
        if (stride < 1) throw new IllegalArgumentException("psv: a stride below 1: " + stride);
        int down = image.length / stride;
        int across = image.length == 0 ? 0 : image[0].length / stride;
        if (down == 0 || across == 0) throw new IllegalArgumentException("psv: no whole stride of " + stride);
        double[] means = new double[stride * stride];
        for (int phase = 0; phase < means.length; phase++) {
            double sum = 0;
            for (int i = 0; i < down; i++) {
                for (int j = 0; j < across; j++) sum += image[i * stride + phase / stride][j * stride + phase % stride];
            }
            means[phase] = sum / (down * across);
        }
        double squares = 0;
        for (double one : means) {
            for (double other : means) squares += (one - other) * (one - other);
        }
        return squares / (2.0 * means.length * means.length);
    }

    /// The discrete Fourier transform of the phase sums, first along the rows, then along the columns.
    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        double[][] sums = phaseSums(kernel, stride);
        double[][] magnitudes = new double[stride][stride];
        for (int b = 0; b < stride; b++) {
            double[] real = new double[stride]; // of each row, at the column frequency b
            double[] imaginary = new double[stride];
            for (int r = 0; r < stride; r++) {
                for (int q = 0; q < stride; q++) {
                    real[r] += sums[r][q] * Math.cos(2 * Math.PI * b * q / stride);
                    imaginary[r] -= sums[r][q] * Math.sin(2 * Math.PI * b * q / stride);
                }
            }
            for (int a = 0; a < stride; a++) {
                double x = 0;
                double y = 0;
                for (int r = 0; r < stride; r++) {
                    double cos = Math.cos(2 * Math.PI * a * r / stride);
                    double sin = -Math.sin(2 * Math.PI * a * r / stride);
                    x += real[r] * cos - imaginary[r] * sin;
                    y += real[r] * sin + imaginary[r] * cos;
                }
                magnitudes[a][b] = Math.sqrt(x * x + y * y);
            }
        }
        return magnitudes;
    }

    /// Asks every input for the outputs that read it.
    @Override
    public int[] gradientCoverage(int size, Window window) {
        int room = size + 2 * window.padding() - window.dilation() * (window.kernel() - 1) - 1;
        if (room < 0) throw new IllegalArgumentException("gradientCoverage: the window is larger than the padded axis, by " + -room);
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int start = i + window.padding() - window.dilation() * t; // of the window whose tap t reads i, on the padded axis
                if (start >= 0 && start <= room && start % window.stride() == 0) counts[i]++;
            }
        }
        return counts;
    }
}
