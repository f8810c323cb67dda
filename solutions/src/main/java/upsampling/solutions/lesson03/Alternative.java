package upsampling.solutions.lesson03;

import java.math.BigDecimal;

import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A second correct solution of lesson 3 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements ConvolutionMatrix {

    /// Adds exact decimals: nothing is rounded before the end.
    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("dot: lengths " + a.length + " and " + b.length + " differ");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) sum = sum.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
        return sum.doubleValue();
    }

    /// Never applies `B`: the difference of the inner products is the sum of `y[i] * (A[i][j] - B[j][i]) * x[j]`.
    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        double difference = 0;
        double lengthX = 0;
        double lengthY = 0;
        for (int i = 0; i < y.length; i++) {
            double ax = 0;
            for (int j = 0; j < x.length; j++) {
                ax += forward[i][j] * x[j];
                difference += y[i] * (forward[i][j] - backward[j][i]) * x[j];
            }
            lengthX = Math.hypot(lengthX, ax);
            lengthY = Math.hypot(lengthY, y[i]);
        }
        return Math.abs(difference) / lengthX / lengthY;
    }

    /// Pads the picture, then adds it to the outputs tap by tap: a shifted, thinned copy of a plane for each weight.
    @Override
    public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        Shape out = Shape.of(x.shape().n(), weight.shape().n(), window.outputSize(x.shape().h()), window.outputSize(x.shape().w()));
        int group = out.c() / groups;
        double[] y = new double[out.size()];
        for (int plane = 0; plane < out.planes(); plane++) {
            int co = plane % out.c();
            for (int ci = 0; ci < weight.shape().c(); ci++) {
                double[][] padded = padded(x.plane(plane / out.c(), co / group * weight.shape().c() + ci), window.padding());
                double[][] kernel = weight.plane(co, ci);
                for (int tap = 0; tap < window.kernel() * window.kernel(); tap++) {
                    int down = tap / window.kernel() * window.dilation();
                    int right = tap % window.kernel() * window.dilation();
                    for (int i = 0; i < out.planeSize(); i++) {
                        double cell = padded[i / out.w() * window.stride() + down][i % out.w() * window.stride() + right];
                        y[plane * out.planeSize() + i] += kernel[tap / window.kernel()][tap % window.kernel()] * cell;
                    }
                }
            }
            for (int i = 0; i < out.planeSize(); i++) y[plane * out.planeSize() + i] += bias[co];
        }
        return tensor(out, y);
    }

    private static double[][] padded(double[][] plane, int padding) {
        double[][] padded = new double[plane.length + 2 * padding][plane[0].length + 2 * padding];
        for (int h = 0; h < plane.length; h++) System.arraycopy(plane[h], 0, padded[h + padding], padding, plane[h].length);
        return padded;
    }

    /// Asks every entry for its weight: output and input lie so far apart that at most one weight of the kernel joins them.
    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int perRow = window.outputSize(width);
        double[][] matrix = new double[window.outputSize(height) * perRow][height * width];
        for (int output = 0; output < matrix.length; output++) {
            for (int input = 0; input < height * width; input++) {
                int kh = tap(output / perRow, input / width, window);
                int kw = tap(output % perRow, input % width, window);
                if (kh >= 0 && kw >= 0) matrix[output][input] = kernel[kh][kw];
            }
        }
        return matrix;
    }

    /// The tap with which window `o` sees a cell of its axis; -1 if it does not see it.
    private static int tap(int o, int cell, Window window) {
        int distance = cell + window.padding() - o * window.stride();
        boolean isSeen = distance >= 0 && distance % window.dilation() == 0 && distance / window.dilation() < window.kernel();
        return isSeen ? distance / window.dilation() : -1;
    }

    /// Gathers: each output asks every input with which weight of its stamp it was hit.
    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        Shape in = x.shape();
        int k = weight.shape().h();
        var stamp = Window.of(k).withStride(stride);
        Shape out = Shape.of(in.n(), weight.shape().c(), stride * (in.h() - 1) + k, stride * (in.w() - 1) + k);
        double[] y = new double[out.size()];
        for (int cell = 0; cell < y.length; cell++) {
            int plane = cell / out.planeSize();
            for (int input = 0; input < in.planeSize(); input++) {
                int kh = tap(input / in.w(), cell / out.w() % out.h(), stamp);
                int kw = tap(input % in.w(), cell % out.w(), stamp);
                if (kh < 0 || kw < 0) continue;
                for (int ci = 0; ci < in.c(); ci++) {
                    double value = x.get(plane / out.c(), ci, input / in.w(), input % in.w());
                    y[cell] += value * weight.get(ci, plane % out.c(), kh, kw);
                }
            }
        }
        return tensor(out, y);
    }

    /// Gathers: each cell asks every window whether it sees the cell, and from which row of the table its entry comes.
    @Override
    public Tensor col2im(Tensor columns, int height, int width, Window window) {
        int k = window.kernel();
        Shape table = columns.shape();
        Shape out = Shape.of(table.n(), table.h() / k / k, height, width);
        int perRow = window.outputSize(width);
        double[] y = new double[out.size()];
        for (int cell = 0; cell < y.length; cell++) {
            int plane = cell / out.planeSize();
            for (int position = 0; position < table.w(); position++) {
                int kh = tap(position / perRow, cell / width % height, window);
                int kw = tap(position % perRow, cell % width, window);
                if (kh >= 0 && kw >= 0) y[cell] += columns.get(plane / out.c(), 0, (plane % out.c() * k + kh) * k + kw, position);
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
