package upsampling.solutions.lesson04;

import java.util.Arrays;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The reference solution of lesson 4: the formulas of the tasks, loop for loop.
public class Reference implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        int most = Math.max(window.stride(), window.dilation()) - 1;
        if (outputPadding < 0 || outputPadding > most) {
            throw new IllegalArgumentException("outputSize: outputPadding must be in 0..%d (below stride %d or dilation %d), but was %d".formatted(
                most, window.stride(), window.dilation(), outputPadding));
        }
        int out = least(size, window) + outputPadding;
        if (out < 1) {
            throw new IllegalArgumentException("outputSize: %s makes %d of %d cells; use a smaller padding".formatted(window, out, size));
        }
        return out;
    }

    /// The size without output padding; below 1 if the padding is larger than all stamps together.
    private static int least(int size, Window window) {
        return window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
    }

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = least(size, window);
        int most = least + window.stride() - 1;
        if (wanted < 1 || wanted < least || wanted > most) {
            throw new IllegalArgumentException("outputPaddingFor: wanted must be in %d..%d and >= 1 (least = %d, stride = %d), but was %d".formatted(
                least, most, least, window.stride(), wanted));
        }
        return wanted - least;
    }

    @Override
    public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        Tensor z = withZeros(x, window.stride());
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), weight.shape().c(), outputSize(in.h(), window, outputPadding), outputSize(in.w(), window, outputPadding));
        int k = window.kernel();
        int q = window.dilation() * (k - 1) - window.padding();
        float[] y = new float[out.size()];
        for (int n = 0; n < out.n(); n++) {
            for (int co = 0; co < out.c(); co++) {
                for (int h = 0; h < out.h(); h++) {
                    for (int w = 0; w < out.w(); w++) {
                        double sum = 0;
                        for (int ci = 0; ci < z.shape().c(); ci++) {
                            for (int a = 0; a < k; a++) {
                                for (int b = 0; b < k; b++) {
                                    double cell = cell(z, n, ci, h - q + a * window.dilation(), w - q + b * window.dilation());
                                    sum += cell * weight.get(ci, co, k - 1 - a, k - 1 - b); // rotated by 180 degrees
                                }
                            }
                        }
                        y[out.index(n, co, h, w)] = (float) sum;
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    /// `s-1` zeros between two cells, none at the ends.
    private static Tensor withZeros(Tensor x, int stride) {
        Shape in = x.shape();
        Shape apart = in.withSize(stride * (in.h() - 1) + 1, stride * (in.w() - 1) + 1);
        float[] z = new float[apart.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int i = 0; i < in.h(); i++) {
                    for (int j = 0; j < in.w(); j++) z[apart.index(n, c, i * stride, j * stride)] = x.get(n, c, i, j);
                }
            }
        }
        return Tensor.of(apart, z);
    }

    /// A cell of a tensor, 0 outside.
    private static float cell(Tensor x, int n, int c, int h, int w) {
        boolean isInside = h >= 0 && h < x.shape().h() && w >= 0 && w < x.shape().w();
        return isInside ? x.get(n, c, h, w) : 0;
    }

    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Shape in = x.shape();
        int inPerGroup = in.c() / groups;
        int outPerGroup = weight.shape().c();
        Shape out = Shape.of(in.n(), outPerGroup * groups, outputSize(in.h(), window, outputPadding), outputSize(in.w(), window, outputPadding));
        double[] sums = new double[out.size()];
        for (int n = 0; n < out.n(); n++) {
            for (int co = 0; co < out.c(); co++) {
                Arrays.fill(sums, out.index(n, co, 0, 0), out.index(n, co, 0, 0) + out.planeSize(), bias[co]);
                for (int ci = co / outPerGroup * inPerGroup; ci < (co / outPerGroup + 1) * inPerGroup; ci++) {
                    for (int i = 0; i < in.h(); i++) {
                        for (int j = 0; j < in.w(); j++) {
                            for (int u = 0; u < window.kernel(); u++) {
                                int h = i * window.stride() - window.padding() + u * window.dilation();
                                if (h < 0 || h >= out.h()) continue;
                                for (int v = 0; v < window.kernel(); v++) {
                                    int w = j * window.stride() - window.padding() + v * window.dilation();
                                    if (w < 0 || w >= out.w()) continue;
                                    sums[out.index(n, co, h, w)] += (double) x.get(n, ci, i, j) * weight.get(ci, co % outPerGroup, u, v);
                                }
                            }
                        }
                    }
                }
            }
        }
        return Tensor.of(out, narrow(sums));
    }

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2.0 - window.padding();
        double target = (window.stride() - 1) / 2.0;
        return landing - target;
    }

    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        Shape in = x.shape();
        Shape kernel = weight.shape();
        Shape out = gradOutput.shape();
        double[] gradInput = new double[in.size()];
        double[] gradWeight = new double[kernel.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int ci = 0; ci < in.c(); ci++) {
                for (int co = 0; co < out.c(); co++) {
                    for (int i = 0; i < in.h(); i++) {
                        for (int j = 0; j < in.w(); j++) {
                            for (int u = 0; u < window.kernel(); u++) {
                                for (int v = 0; v < window.kernel(); v++) {
                                    int h = i * window.stride() - window.padding() + u * window.dilation();
                                    int w = j * window.stride() - window.padding() + v * window.dilation();
                                    double g = cell(gradOutput, n, co, h, w);
                                    gradInput[in.index(n, ci, i, j)] += g * weight.get(ci, co, u, v);
                                    gradWeight[kernel.index(ci, co, u, v)] += g * x.get(n, ci, i, j);
                                }
                            }
                        }
                    }
                }
            }
        }
        return new Gradients(Tensor.of(in, narrow(gradInput)), Tensor.of(kernel, narrow(gradWeight)), sumsOfChannels(gradOutput));
    }

    private static float[] sumsOfChannels(Tensor gradOutput) {
        Shape out = gradOutput.shape();
        double[] sums = new double[out.c()];
        for (int n = 0; n < out.n(); n++) {
            for (int co = 0; co < out.c(); co++) {
                for (int h = 0; h < out.h(); h++) {
                    for (int w = 0; w < out.w(); w++) sums[co] += gradOutput.get(n, co, h, w);
                }
            }
        }
        return narrow(sums);
    }

    private static float[] narrow(double[] sums) {
        float[] values = new float[sums.length];
        for (int i = 0; i < sums.length; i++) values[i] = (float) sums[i];
        return values;
    }
}
