package upsampling.solutions.lesson06;

import java.util.ArrayList;
import java.util.List;

import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A second correct solution of lesson 6 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Repairs {

    /// The middle tap is what the sides leave: above and below the line everything is divided by the exponential of the sides.
    @Override
    public double[] gaussian3(double sigma) {
        if (sigma <= 0 || Double.isNaN(sigma)) throw new IllegalArgumentException("gaussian3: no such width: " + sigma);
        double side = 1 / (2 + Math.exp(0.5 / sigma / sigma));
        return new double[] {side, 1 - 2 * side, side};
    }

    /// A stretch of the kernel has the sum of all taps up to its end, minus the sum of all taps before it.
    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        if (stride <= 0) throw new IllegalArgumentException("zeroOrderHold: a stride below 1: " + stride);
        double[] before = new double[kernel.length + 1];
        for (int t = 0; t < kernel.length; t++) before[t + 1] = before[t] + kernel[t];
        double[] held = new double[kernel.length - 1 + stride];
        for (int o = 0; o < held.length; o++) held[o] = before[Math.min(o + 1, kernel.length)] - before[Math.max(0, o + 1 - stride)];
        return held;
    }

    /// Never makes the fine picture: writes the resize along each axis as a matrix, and asks which input cells each tap of each output meets.
    @Override
    public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        Shape taps = weight.shape();
        if (scale <= 0 || taps.w() % 2 != 1) throw new IllegalArgumentException("resizeConv: scale " + scale + ", kernel " + taps.w());
        double[][] rows = matrix(x.shape().h(), scale, mode);
        double[][] columns = matrix(x.shape().w(), scale, mode);
        Shape out = Shape.of(x.shape().n(), taps.n(), rows.length, columns.length);
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            int plane = i / out.planeSize();
            int h = i / out.w() % out.h() - taps.h() / 2;
            int w = i % out.w() - taps.w() / 2;
            double sum = 0;
            for (int tap = 0; tap < taps.size() / taps.n(); tap++) {
                int ci = tap / taps.planeSize();
                int u = tap / taps.w() % taps.h();
                int v = tap % taps.w();
                if (h + u < 0 || h + u >= out.h() || w + v < 0 || w + v >= out.w()) continue;
                sum += weight.get(plane % out.c(), ci, u, v) * met(x.plane(plane / out.c(), ci), rows[h + u], columns[w + v]);
            }
            y[i] = (float) sum;
        }
        return Tensor.of(out, y);
    }

    private static double met(double[][] plane, double[] row, double[] column) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < column.length; j++) sum += row[i] * column[j] * plane[i][j];
        }
        return sum;
    }

    /// A tent stands on every cell, and the place of an output, held between the first and the last cell, says how high it is there.
    private static double[][] matrix(int size, int scale, String mode) {
        double[][] matrix = new double[scale * size][size];
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < size; i++) {
                matrix[o][i] = switch (mode) {
                    case "nearest" -> o >= i * scale && o < (i + 1) * scale ? 1 : 0;
                    case "bilinear" -> Math.max(0, 1 - Math.abs(Math.clamp((2 * o + 1 - scale) / (2.0 * scale), 0, size - 1) - i));
                    default -> throw new IllegalArgumentException("resizeConv: unknown mode " + mode);
                };
            }
        }
        return matrix;
    }

    /// The mean of the sums never appears: the squared differences from it add up to the sum of `(a - b)^2` over all pairs, divided by `2 N`.
    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        if (stride <= 0) throw new IllegalArgumentException("balancePenalty: a stride below 1: " + stride);
        List<List<int[]>> phases = phases(kernel, stride);
        double[] sums = new double[phases.size()];
        for (int phase = 0; phase < sums.length; phase++) sums[phase] = sum(kernel, phases.get(phase));
        double squares = 0;
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int phase = 0; phase < sums.length; phase++) {
            double above = 0;
            for (double other : sums) {
                squares += (sums[phase] - other) * (sums[phase] - other);
                above += sums[phase] - other;
            }
            for (int[] tap : phases.get(phase)) gradient[tap[0]][tap[1]] = 2 * above / sums.length;
        }
        return new ValueAndGradient(squares / (2 * sums.length), gradient);
    }

    /// Moves the taps of each phase together, until their mean is what a balanced kernel needs.
    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        if (stride <= 0) throw new IllegalArgumentException("projectBalanced: a stride below 1: " + stride);
        double gain = 0;
        for (double[] row : kernel) {
            for (double tap : row) gain += tap;
        }
        double[][] projected = new double[kernel.length][kernel[0].length];
        for (List<int[]> phase : phases(kernel, stride)) {
            if (phase.isEmpty()) throw new IllegalArgumentException("projectBalanced: a phase of stride " + stride + " has no tap");
            double wanted = gain / stride / stride / phase.size();
            double mean = sum(kernel, phase) / phase.size();
            for (int[] tap : phase) projected[tap[0]][tap[1]] = wanted + (kernel[tap[0]][tap[1]] - mean);
        }
        return projected;
    }

    /// The places of the taps of each phase, row by row.
    private static List<List<int[]>> phases(double[][] kernel, int stride) {
        List<List<int[]>> phases = new ArrayList<>();
        for (int phase = 0; phase < stride * stride; phase++) {
            List<int[]> taps = new ArrayList<>();
            for (int u = phase / stride; u < kernel.length; u += stride) {
                for (int v = phase % stride; v < kernel[u].length; v += stride) taps.add(new int[] {u, v});
            }
            phases.add(taps);
        }
        return phases;
    }

    private static double sum(double[][] kernel, List<int[]> taps) {
        double sum = 0;
        for (int[] tap : taps) sum += kernel[tap[0]][tap[1]];
        return sum;
    }

    /// The exponential `e` of the sides has the derivative `e/sigma^2`, so the quotient `e/(1 + 2e)` has that divided by `(1 + 2e)^2`.
    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double inverseSquare = Math.exp(-2 * logSigma);
        double e = Math.exp(-inverseSquare / 2);
        double side = e * inverseSquare / ((1 + 2 * e) * (1 + 2 * e));
        return new double[] {side, -2 * side, side};
    }
}
