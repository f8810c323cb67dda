package upsampling.solutions.lesson08;

import java.util.Arrays;
import java.util.Random;

import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A second correct solution of lesson 8 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Initialisation {

    /// Counts all weights, and divides by the size that does not belong to the fan.
    @Override
    public long[] fans(int[] weightShape) {
        checkSizes(weightShape);
        long weights = 1;
        for (int size : weightShape) weights *= size;
        return new long[] {weights / weightShape[0], weights / weightShape[1]};
    }

    /// The variance as one fraction: what the ReLU leaves of the energy, times the fan, times the variance must be 1.
    @Override
    public double heStd(double fan, double negativeSlope) {
        if (fan > 0) return Math.pow(fan * (1 + negativeSlope * negativeSlope) / 2, -0.5);
        throw new IllegalArgumentException("heStd: a fan of " + fan);
    }

    /// Adds up the taps of all phases of both axes.
    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels <= 0 || groups <= 0 || inChannels / groups * groups != inChannels) {
            throw new IllegalArgumentException("effectiveFanIn: %d channels in %d groups".formatted(inChannels, groups));
        }
        double products = 0;
        for (int r = 0; r < window.stride(); r++) {
            for (int q = 0; q < window.stride(); q++) products += (double) (inChannels / groups) * meetings(r, window) * meetings(q, window);
        }
        return products / (window.stride() * window.stride());
    }

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        boolean isVariance = weightVariance >= 0;
        if (inChannels <= 0 || !isVariance) {
            throw new IllegalArgumentException("phaseVariance: %d channels, variance %s".formatted(inChannels, weightVariance));
        }
        double[][] variances = new double[window.stride()][window.stride()];
        for (int r = 0; r < variances.length; r++) {
            for (int q = 0; q < variances.length; q++) {
                for (int product = 0; product < inChannels * meetings(r, window) * meetings(q, window); product++) variances[r][q] += weightVariance;
            }
        }
        return variances;
    }

    /// Asks one output of a phase, with input cells on all sides, how many of them reach it.
    private static int meetings(int phase, Window window) {
        int reach = window.padding() + window.dilation() * window.kernel();
        int out = phase + window.stride() * reach; // so far inside that no input cell in reach is missing
        int meetings = 0;
        for (int i = 0; i <= 2 * reach; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                if (i * window.stride() - window.padding() + window.dilation() * t == out) meetings++;
            }
        }
        return meetings;
    }

    /// Makes the normal numbers itself, by Marsaglia's polar method, as the Javadoc of `Random.nextGaussian` prescribes.
    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        checkSizes(shape);
        boolean isFan = fan > 0;
        if (!isFan) throw new IllegalArgumentException("heNormal: a fan of " + fan);
        Shape all = Shape.of(shape[0], shape[1], shape[2], shape[3]);
        float[] values = new float[all.size()];
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i += 2) {
            double u;
            double v;
            double square;
            do {
                u = 2 * random.nextDouble() - 1;
                v = 2 * random.nextDouble() - 1;
                square = u * u + v * v;
            } while (square >= 1 || square == 0);
            double factor = Math.sqrt(-2 * Math.log(square) / square) / Math.sqrt(fan / 2);
            values[i] = (float) (u * factor);
            if (i + 1 < values.length) values[i + 1] = (float) (v * factor);
        }
        return Tensor.of(all, values);
    }

    /// Every output gathers from the cells that reach it, in double, layer by layer.
    @Override
    public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        double[] trace = new double[weights.length];
        double[][][][] cells = new double[x.shape().n()][x.shape().c()][][];
        for (int n = 0; n < cells.length; n++) {
            for (int c = 0; c < cells[n].length; c++) cells[n][c] = x.plane(n, c);
        }
        for (int l = 0; l < trace.length; l++) {
            for (int n = 0; n < cells.length; n++) cells[n] = layer(cells[n], weights[l], window);
            double squares = 0;
            int count = 0;
            for (double[][][] image : cells) {
                for (double[][] plane : image) {
                    for (double[] row : plane) {
                        squares += Arrays.stream(row).map(v -> v * v).sum();
                        count += row.length;
                        Arrays.setAll(row, w -> row[w] > 0 ? row[w] : 0);
                    }
                }
            }
            trace[l] = squares / count;
        }
        return trace;
    }

    private static double[][][] layer(double[][][] image, Tensor weight, Window window) {
        int height = cells(image[0].length, window);
        int width = cells(image[0][0].length, window);
        double[][][] out = new double[weight.shape().c()][height][width];
        for (int co = 0; co < out.length; co++) {
            for (int ci = 0; ci < image.length; ci++) {
                double[][] stamp = weight.plane(ci, co);
                for (int h = 0; h < height; h++) {
                    for (int w = 0; w < width; w++) out[co][h][w] += gathered(image[ci], stamp, h, w, window);
                }
            }
        }
        return out;
    }

    private static double gathered(double[][] plane, double[][] stamp, int h, int w, Window window) {
        double sum = 0;
        for (int i = 0; i < plane.length; i++) {
            int u = tap(h, i, window);
            if (u < 0) continue;
            for (int j = 0; j < plane[i].length; j++) {
                int v = tap(w, j, window);
                if (v >= 0) sum += plane[i][j] * stamp[u][v];
            }
        }
        return sum;
    }

    /// The tap through which an input cell reaches an output; -1 if there is none.
    private static int tap(int out, int in, Window window) {
        int distance = out + window.padding() - in * window.stride();
        boolean isTap = distance >= 0 && distance % window.dilation() == 0 && distance / window.dilation() < window.kernel();
        return isTap ? distance / window.dilation() : -1;
    }

    private static int cells(int in, Window window) {
        return window.stride() * (in - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
    }

    private static void checkSizes(int[] shape) {
        if (shape.length != 4 || Arrays.stream(shape).min().getAsInt() <= 0) throw new IllegalArgumentException("no weight: " + Arrays.toString(shape));
    }
}
