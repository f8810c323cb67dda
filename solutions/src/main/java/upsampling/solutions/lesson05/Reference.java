package upsampling.solutions.lesson05;

import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// The reference solution of lesson 5: the formulas of the tasks, loop for loop.
public class Reference implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t - window.padding();
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }

    @Override
    public int patternPeriod(String topology, int[] strides) {
        if (!topology.equals("branches") && !topology.equals("cascade")) {
            throw new IllegalArgumentException("patternPeriod: topology must be \"branches\" or \"cascade\", but was \"" + topology + "\"");
        }
        if (strides.length == 0) throw new IllegalArgumentException("patternPeriod: strides must have at least one number, but are empty");
        int period = 1;
        for (int stride : strides) {
            if (stride < 1) throw new IllegalArgumentException("patternPeriod: every stride must be >= 1, but one was " + stride);
            period = topology.equals("cascade") ? period * stride : period / commonDivisor(period, stride) * stride;
        }
        return period;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        requireStride("phaseSums", stride);
        double[][] sums = new double[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) sums[u % stride][v % stride] += kernel[u][v];
        }
        return sums;
    }

    @Override
    public double psv(double[][] image, int stride) {
        requireStride("psv", stride);
        if (image.length < stride || image[0].length < stride) {
            throw new IllegalArgumentException("psv: the picture needs at least %d rows and columns, one stride, but has %d rows".formatted(stride, image.length));
        }
        int height = image.length / stride * stride;
        int width = image[0].length / stride * stride;
        double cells = height / stride * (width / stride); // of each sub-grid
        double[][] means = new double[stride][stride];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) means[h % stride][w % stride] += image[h][w] / cells;
        }
        double mean = 0;
        for (double[] row : means) {
            for (double m : row) mean += m / (stride * stride);
        }
        double variance = 0;
        for (double[] row : means) {
            for (double m : row) {
                double deviation = m - mean;
                variance += deviation * deviation / (stride * stride);
            }
        }
        return variance;
    }

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        requireStride("aliasMagnitudes", stride);
        double[][] magnitudes = new double[stride][stride];
        for (int a = 0; a < stride; a++) {
            for (int b = 0; b < stride; b++) magnitudes[a][b] = magnitude(kernel, 2 * Math.PI * a / stride, 2 * Math.PI * b / stride);
        }
        return magnitudes;
    }

    private static double magnitude(double[][] kernel, double frequencyOfRows, double frequencyOfColumns) {
        double real = 0;
        double imaginary = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                double angle = frequencyOfRows * u + frequencyOfColumns * v;
                real += kernel[u][v] * Math.cos(angle);
                imaginary -= kernel[u][v] * Math.sin(angle);
            }
        }
        return Math.hypot(real, imaginary);
    }

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }

    private static void requireStride(String who, int stride) {
        if (stride < 1) throw new IllegalArgumentException(who + ": stride must be >= 1, but was " + stride);
    }
}
