package upsampling.solutions.lesson06;

import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The reference solution of lesson 6: the formulas of the tasks, loop for loop.
public class Reference implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("gaussian3: sigma must be > 0, but was " + sigma);
        double[] taps = new double[3];
        double z = 0;
        for (int j = -1; j <= 1; j++) {
            taps[j + 1] = Math.exp(-j * j / (2 * sigma * sigma));
            z += taps[j + 1];
        }
        for (int t = 0; t < 3; t++) taps[t] /= z;
        return taps;
    }

    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        requireStride("zeroOrderHold", stride);
        double[] held = new double[kernel.length + stride - 1];
        for (int t = 0; t < kernel.length; t++) {
            for (int j = 0; j < stride; j++) held[t + j] += kernel[t];
        }
        return held;
    }

    @Override
    public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        if (!mode.equals("nearest") && !mode.equals("bilinear")) {
            throw new IllegalArgumentException("resizeConv: mode must be \"nearest\" or \"bilinear\", but was \"" + mode + "\"");
        }
        if (scale < 1) throw new IllegalArgumentException("resizeConv: scale must be >= 1, but was " + scale);
        int k = weight.shape().h();
        if (k % 2 == 0) throw new IllegalArgumentException("resizeConv: the kernel must be odd, but was " + k);
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), weight.shape().n(), scale * in.h(), scale * in.w());
        double[] y = new double[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int ci = 0; ci < in.c(); ci++) {
                double[][] fine = resized(x.plane(n, ci), scale, mode);
                for (int co = 0; co < out.c(); co++) addConvolved(fine, weight.plane(co, ci), y, out.index(n, co, 0, 0));
            }
        }
        float[] rounded = new float[y.length];
        for (int i = 0; i < y.length; i++) rounded[i] = (float) y[i];
        return Tensor.of(out, rounded);
    }

    private static double[][] resized(double[][] plane, int scale, String mode) {
        double[][] fine = new double[scale * plane.length][scale * plane[0].length];
        for (int h = 0; h < fine.length; h++) {
            double down = source(h, scale, mode);
            int top = (int) down;
            int bottom = Math.min(top + 1, plane.length - 1);
            for (int w = 0; w < fine[0].length; w++) {
                double across = source(w, scale, mode);
                int left = (int) across;
                int right = Math.min(left + 1, plane[0].length - 1);
                double upper = between(plane[top][left], plane[top][right], across - left);
                double lower = between(plane[bottom][left], plane[bottom][right], across - left);
                fine[h][w] = between(upper, lower, down - top);
            }
        }
        return fine;
    }

    /// Where a fine cell lies on the axis of the input. Nearest neighbours always lie on a cell.
    private static double source(int cell, int scale, String mode) {
        return mode.equals("nearest") ? cell / scale : Math.max(0, (cell + 0.5) / scale - 0.5);
    }

    private static double between(double left, double right, double l) {
        return (1 - l) * left + l * right;
    }

    /// Adds the convolution of one plane with one kernel to the plane of `y` that begins at `first`.
    private static void addConvolved(double[][] fine, double[][] kernel, double[] y, int first) {
        int r = (kernel.length - 1) / 2;
        for (int h = 0; h < fine.length; h++) {
            for (int w = 0; w < fine[0].length; w++) {
                for (int u = 0; u < kernel.length; u++) {
                    for (int v = 0; v < kernel.length; v++) {
                        y[first + h * fine[0].length + w] += kernel[u][v] * cellOrZero(fine, h + u - r, w + v - r);
                    }
                }
            }
        }
    }

    private static double cellOrZero(double[][] fine, int h, int w) {
        return h >= 0 && h < fine.length && w >= 0 && w < fine[0].length ? fine[h][w] : 0;
    }

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        requireStride("balancePenalty", stride);
        double[][] deviations = deviations(kernel, stride);
        double value = 0;
        for (double[] row : deviations) {
            for (double deviation : row) value += deviation * deviation;
        }
        double[][] gradient = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) gradient[u][v] = 2 * deviations[u % stride][v % stride];
        }
        return new ValueAndGradient(value, gradient);
    }

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        requireStride("projectBalanced", stride);
        if (kernel.length < stride || kernel[0].length < stride) {
            throw new IllegalArgumentException("projectBalanced: a kernel of %d rows and %d columns has no tap in some phases of stride %d".formatted(
                kernel.length, kernel[0].length, stride));
        }
        double[][] deviations = deviations(kernel, stride);
        int[][] taps = new int[stride][stride];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) taps[u % stride][v % stride]++;
        }
        double[][] projected = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                projected[u][v] = kernel[u][v] - deviations[u % stride][v % stride] / taps[u % stride][v % stride];
            }
        }
        return projected;
    }

    /// The phase sums minus their mean.
    private static double[][] deviations(double[][] kernel, int stride) {
        double[][] sums = new double[stride][stride];
        double mean = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                sums[u % stride][v % stride] += kernel[u][v];
                mean += kernel[u][v] / (stride * stride);
            }
        }
        for (double[] row : sums) {
            for (int q = 0; q < stride; q++) row[q] -= mean;
        }
        return sums;
    }

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double[] g = gaussian3(sigma);
        double m = g[0] + g[2];
        double[] derivatives = new double[3];
        for (int j = -1; j <= 1; j++) derivatives[j + 1] = g[j + 1] * (j * j - m) / (sigma * sigma);
        return derivatives;
    }

    private static void requireStride(String who, int stride) {
        if (stride < 1) throw new IllegalArgumentException(who + ": stride must be >= 1, but was " + stride);
    }
}
