package upsampling.solutions.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The reference solution of lesson 7: the formulas of the tasks, loop for loop.
public class Reference implements SubPixels {

    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        Shape in = x.shape();
        int r = positive("pixelShuffle", "upscaleFactor", upscaleFactor);
        Shape out = Shape.of(in.n(), blocks("pixelShuffle", "channels", in.c(), r), r * in.h(), r * in.w());
        float[] y = new float[out.size()];
        for (int n = 0; n < out.n(); n++) {
            for (int c = 0; c < out.c(); c++) {
                for (int a = 0; a < r; a++) {
                    for (int b = 0; b < r; b++) {
                        for (int i = 0; i < in.h(); i++) {
                            for (int j = 0; j < in.w(); j++) y[out.index(n, c, r * i + a, r * j + b)] = x.get(n, c * r * r + a * r + b, i, j);
                        }
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        Shape in = x.shape();
        int r = positive("pixelUnshuffle", "downscaleFactor", downscaleFactor);
        if (in.h() % r != 0 || in.w() % r != 0) {
            throw new IllegalArgumentException("pixelUnshuffle: downscaleFactor %d must divide height and width of x %s".formatted(r, in));
        }
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        float[] y = new float[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int a = 0; a < r; a++) {
                    for (int b = 0; b < r; b++) {
                        for (int i = 0; i < out.h(); i++) {
                            for (int j = 0; j < out.w(); j++) y[out.index(n, c * r * r + a * r + b, i, j)] = x.get(n, c, r * i + a, r * j + b);
                        }
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        boolean isChannelFirst = order.equals("CRD");
        if (!isChannelFirst && !order.equals("DCR")) {
            throw new IllegalArgumentException("depthToSpace: order must be \"CRD\" or \"DCR\", but was \"" + order + "\"");
        }
        Shape in = x.shape();
        int r = positive("depthToSpace", "blockSize", blockSize);
        int channels = blocks("depthToSpace", "channels", in.c(), r);
        Shape out = Shape.of(in.n(), channels, r * in.h(), r * in.w());
        float[] y = new float[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < channels; c++) {
                for (int a = 0; a < r; a++) {
                    for (int b = 0; b < r; b++) {
                        int from = isChannelFirst ? c * r * r + a * r + b : (a * r + b) * channels + c;
                        for (int i = 0; i < in.h(); i++) {
                            for (int j = 0; j < in.w(); j++) y[out.index(n, c, r * i + a, r * j + b)] = x.get(n, from, i, j);
                        }
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        Shape in = filters.shape();
        int r = positive("icnr", "upscaleFactor", upscaleFactor);
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] weight = new float[out.size()];
        for (int o = 0; o < out.n(); o++) {
            for (int ci = 0; ci < out.c(); ci++) {
                for (int u = 0; u < out.h(); u++) {
                    for (int v = 0; v < out.w(); v++) weight[out.index(o, ci, u, v)] = filters.get(o / (r * r), ci, u, v);
                }
            }
        }
        return Tensor.of(out, weight);
    }

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = positive("biasPattern", "upscaleFactor", upscaleFactor);
        int channels = blocks("biasPattern", "biases", bias.length, r);
        double[] pattern = new double[bias.length];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int q = 0; q < r * r; q++) sum += bias[c * r * r + q];
            for (int q = 0; q < r * r; q++) pattern[c * r * r + q] = bias[c * r * r + q] - sum / (r * r);
        }
        return pattern;
    }

    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        Shape in = weight.shape();
        int r = positive("subpixelFromTransposed", "upscaleFactor", upscaleFactor);
        if (in.h() != in.w() || in.h() % r != 0) {
            throw new IllegalArgumentException("subpixelFromTransposed: weight %s needs a square kernel that r = %d divides".formatted(in, r));
        }
        int m = in.h() / r;
        Shape out = Shape.of(in.c() * r * r, in.n(), m, m);
        float[] subpixel = new float[out.size()];
        for (int co = 0; co < in.c(); co++) {
            for (int ci = 0; ci < in.n(); ci++) {
                for (int a = 0; a < r; a++) {
                    for (int b = 0; b < r; b++) {
                        for (int u = 0; u < m; u++) {
                            for (int v = 0; v < m; v++) {
                                int to = out.index(co * r * r + a * r + b, ci, m - 1 - u, m - 1 - v);
                                subpixel[to] = weight.get(ci, co, r * u + a, r * v + b);
                            }
                        }
                    }
                }
            }
        }
        return Tensor.of(out, subpixel);
    }

    private static int positive(String who, String name, int r) {
        if (r < 1) throw new IllegalArgumentException("%s: %s must be >= 1, but was %d".formatted(who, name, r));
        return r;
    }

    /// How many blocks of `r*r` there are.
    private static int blocks(String who, String what, int count, int r) {
        long block = (long) r * r; // 65 536 * 65 536 is 0 in an int
        if (count % block != 0) {
            throw new IllegalArgumentException("%s: %d %s do not fill blocks of r^2 = %d; r = %d".formatted(who, count, what, block, r));
        }
        return (int) (count / block);
    }
}
