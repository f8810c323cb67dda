package upsampling.solutions.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A second correct solution of lesson 4 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements TransposedConvolution {

    /// Looks for the shortest axis on which the ordinary convolution has as many windows as there are cells.
    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        boolean isBelow = outputPadding < window.stride() || outputPadding < window.dilation();
        if (outputPadding < 0 || !isBelow) throw new IllegalArgumentException("outputSize: outputPadding " + outputPadding + " with " + window);
        int out = shortest(size, window) + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: no cell is left of " + size + " with " + window);
        return out;
    }

    private static int shortest(int size, Window window) {
        int axis = 1 - 2 * window.padding(); // with its padding that is one cell, and no window needs less
        while (windows(axis, window) < size) axis++;
        return axis;
    }

    private static int windows(int axis, Window window) {
        int windows = 0;
        int last = axis + 2 * window.padding() - 1;
        for (int start = 0; start + (window.kernel() - 1) * window.dilation() <= last; start += window.stride()) windows++;
        return windows;
    }

    /// Counts how many shorter axes have as many windows as the wanted one.
    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        if (wanted < 1 || windows(wanted, window) != size) {
            throw new IllegalArgumentException("outputPaddingFor: a convolution with " + window + " does not make " + size + " cells of " + wanted);
        }
        int shorter = 0;
        while (windows(wanted - shorter - 1, window) == size) shorter++;
        return shorter;
    }

    /// Needs no zeros: asks for every output and tap whether a cell of `x` lies where the zeros would be.
    @Override
    public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), weight.shape().c(), outputSize(in.h(), window, outputPadding), outputSize(in.w(), window, outputPadding));
        return tensor(out, gathered(new Values(in, x.toArray()), weight.shape(), weight.toArray(), window, out));
    }

    /// Paints on a canvas that has room for every stamp, group by group; then cuts the picture out.
    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Shape in = x.shape();
        Shape taps = weight.shape();
        Shape out = Shape.of(in.n(), taps.c() * groups, outputSize(in.h(), window, outputPadding), outputSize(in.w(), window, outputPadding));
        double[] y = new double[out.size()];
        for (int plane = 0; plane < out.planes(); plane++) {
            int n = plane / out.c();
            int co = plane % out.c();
            double[][] canvas = new double[out.h() + 2 * window.padding()][out.w() + 2 * window.padding()];
            for (int ci = 0; ci < in.c(); ci++) {
                if (ci / (in.c() / groups) == co / taps.c()) paint(canvas, x.plane(n, ci), weight.plane(ci, co % taps.c()), window);
            }
            for (int cell = 0; cell < out.planeSize(); cell++) {
                y[plane * out.planeSize() + cell] = bias[co] + canvas[cell / out.w() + window.padding()][cell % out.w() + window.padding()];
            }
        }
        return tensor(out, y);
    }

    /// Without padding the canvas is as large as all stamps together, plus the output padding, so nothing falls beside it.
    private static void paint(double[][] canvas, double[][] x, double[][] stamp, Window window) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                for (int u = 0; u < stamp.length; u++) {
                    for (int v = 0; v < stamp.length; v++) {
                        canvas[i * window.stride() + u * window.dilation()][j * window.stride() + v * window.dilation()] += x[i][j] * stamp[u][v];
                    }
                }
            }
        }
    }

    /// Averages: the places of all taps, and the cells that belong to input cell 0.
    @Override
    public double alignmentOffset(Window window) {
        double taps = 0;
        for (int u = 0; u < window.kernel(); u++) taps += u * window.dilation() - window.padding();
        double cells = 0;
        for (int cell = 0; cell < window.stride(); cell++) cells += cell;
        return taps / window.kernel() - cells / window.stride();
    }

    /// The operator is linear in each of the three, so the gradient of a number is what the sum of `y*gradOutput` is when that number is 1 and all
    /// others of its kind are 0.
    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        Shape in = x.shape();
        Shape taps = weight.shape();
        Shape out = gradOutput.shape();
        double[] gradInput = new double[in.size()];
        for (int i = 0; i < gradInput.length; i++) {
            gradInput[i] = dot(gathered(new Values(in, one(in.size(), i)), taps, weight.toArray(), window, out), gradOutput);
        }
        double[] gradWeight = new double[taps.size()];
        for (int i = 0; i < gradWeight.length; i++) {
            gradWeight[i] = dot(gathered(new Values(in, x.toArray()), taps, one(taps.size(), i), window, out), gradOutput);
        }
        float[] gradBias = new float[out.c()];
        for (int co = 0; co < out.c(); co++) {
            double[] grown = new double[out.size()];
            for (int i = 0; i < grown.length; i++) grown[i] = i / out.planeSize() % out.c() == co ? 1 : 0;
            gradBias[co] = (float) dot(grown, gradOutput);
        }
        return new Gradients(tensor(in, gradInput), tensor(taps, gradWeight), gradBias);
    }

    private static float[] one(int length, int index) {
        float[] values = new float[length];
        values[index] = 1;
        return values;
    }

    private static double dot(double[] y, Tensor g) {
        float[] gradients = g.toArray();
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += y[i] * gradients[i];
        return sum;
    }

    /// A tensor in parts, so that one of its numbers can be changed.
    private record Values(Shape shape, float[] values) { }

    /// Every output asks each tap for the cell that has painted through it.
    private static double[] gathered(Values x, Shape taps, float[] weight, Window window, Shape out) {
        double[] y = new double[out.size()];
        for (int n = 0; n < out.n(); n++) {
            for (int co = 0; co < out.c(); co++) {
                for (int h = 0; h < out.h(); h++) {
                    for (int w = 0; w < out.w(); w++) {
                        double sum = 0;
                        for (int u = 0; u < window.kernel(); u++) {
                            int i = source(h, u, x.shape.h(), window);
                            if (i < 0) continue;
                            for (int v = 0; v < window.kernel(); v++) {
                                int j = source(w, v, x.shape.w(), window);
                                if (j < 0) continue;
                                for (int ci = 0; ci < x.shape.c(); ci++) {
                                    sum += (double) x.values[x.shape.index(n, ci, i, j)] * weight[taps.index(ci, co, u, v)];
                                }
                            }
                        }
                        y[out.index(n, co, h, w)] = sum;
                    }
                }
            }
        }
        return y;
    }

    /// The input cell whose tap `tap` falls on output `out`; -1 if there is none.
    private static int source(int out, int tap, int in, Window window) {
        int place = out + window.padding() - tap * window.dilation();
        boolean isCell = place >= 0 && place % window.stride() == 0 && place / window.stride() < in;
        return isCell ? place / window.stride() : -1;
    }

    private static Tensor tensor(Shape shape, double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) narrow[i] = (float) values[i];
        return Tensor.of(shape, narrow);
    }
}
