package upsampling.solutions.lesson03;

import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The reference solution of lesson 3: the formulas of the tasks, loop for loop.
public class Reference implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("dot: both rows must have the same length, but had " + a.length + " and " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i]; // a product of two floats has up to 48 bits, a double keeps 53
        return sum;
    }

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        double[] ax = times(forward, x);
        double[] by = times(backward, y);
        return Math.abs(inner(ax, y) - inner(x, by)) / (Math.sqrt(inner(ax, ax)) * Math.sqrt(inner(y, y)));
    }

    private static double[] times(double[][] matrix, double[] v) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) product[i] = inner(matrix[i], v);
        return product;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Override
    public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        Shape in = x.shape();
        int outPerGroup = weight.shape().n() / groups;
        int inPerGroup = weight.shape().c();
        Shape out = Shape.of(in.n(), weight.shape().n(), window.outputSize(in.h()), window.outputSize(in.w()));
        float[] y = new float[out.size()];
        for (int n = 0; n < out.n(); n++) {
            for (int co = 0; co < out.c(); co++) {
                int first = co / outPerGroup * inPerGroup;
                for (int oh = 0; oh < out.h(); oh++) {
                    for (int ow = 0; ow < out.w(); ow++) {
                        y[out.index(n, co, oh, ow)] = (float) (bias[co] + seen(x, weight, window, n, co, first, oh, ow));
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    /// The weighted sum of what one output sees.
    private static double seen(Tensor x, Tensor weight, Window window, int n, int co, int first, int oh, int ow) {
        Shape in = x.shape();
        double sum = 0;
        for (int ci = 0; ci < weight.shape().c(); ci++) {
            for (int kh = 0; kh < window.kernel(); kh++) {
                for (int kw = 0; kw < window.kernel(); kw++) {
                    int h = oh * window.stride() - window.padding() + kh * window.dilation();
                    int w = ow * window.stride() - window.padding() + kw * window.dilation();
                    if (inside(h, in.h()) && inside(w, in.w())) sum += (double) weight.get(co, ci, kh, kw) * x.get(n, first + ci, h, w);
                }
            }
        }
        return sum;
    }

    private static boolean inside(int cell, int size) {
        return cell >= 0 && cell < size;
    }

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        double[][] matrix = new double[rows * columns][height * width];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                for (int kh = 0; kh < window.kernel(); kh++) {
                    for (int kw = 0; kw < window.kernel(); kw++) {
                        int h = oh * window.stride() - window.padding() + kh * window.dilation();
                        int w = ow * window.stride() - window.padding() + kw * window.dilation();
                        if (inside(h, height) && inside(w, width)) matrix[oh * columns + ow][h * width + w] = kernel[kh][kw];
                    }
                }
            }
        }
        return matrix;
    }

    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        Shape in = x.shape();
        int k = weight.shape().h();
        Shape out = Shape.of(in.n(), weight.shape().c(), stride * (in.h() - 1) + k, stride * (in.w() - 1) + k);
        double[] y = new double[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int ci = 0; ci < in.c(); ci++) {
                for (int i = 0; i < in.h(); i++) {
                    for (int j = 0; j < in.w(); j++) {
                        for (int co = 0; co < out.c(); co++) {
                            for (int kh = 0; kh < k; kh++) {
                                for (int kw = 0; kw < k; kw++) {
                                    int cell = out.index(n, co, i * stride + kh, j * stride + kw);
                                    y[cell] += (double) x.get(n, ci, i, j) * weight.get(ci, co, kh, kw);
                                }
                            }
                        }
                    }
                }
            }
        }
        return tensor(out, y);
    }

    @Override
    public Tensor col2im(Tensor columns, int height, int width, Window window) {
        int k = window.kernel();
        int windowsPerRow = window.outputSize(width);
        Shape table = columns.shape();
        Shape out = Shape.of(table.n(), table.h() / (k * k), height, width);
        double[] y = new double[out.size()];
        for (int n = 0; n < table.n(); n++) {
            for (int row = 0; row < table.h(); row++) {
                int c = row / (k * k);
                int kh = row / k % k;
                int kw = row % k;
                for (int column = 0; column < table.w(); column++) {
                    int h = column / windowsPerRow * window.stride() - window.padding() + kh * window.dilation();
                    int w = column % windowsPerRow * window.stride() - window.padding() + kw * window.dilation();
                    if (inside(h, height) && inside(w, width)) y[out.index(n, c, h, w)] += columns.get(n, 0, row, column);
                }
            }
        }
        return tensor(out, y);
    }

    private static Tensor tensor(Shape shape, double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) rounded[i] = (float) values[i];
        return Tensor.of(shape, rounded);
    }
}
