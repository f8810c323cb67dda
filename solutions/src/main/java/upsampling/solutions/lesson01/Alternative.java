package upsampling.solutions.lesson01;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A second correct solution of lesson 1 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Pooling {

    /// Places windows one after the other instead of using a formula.
    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int end = size + 2 * window.padding() + (ceilMode ? window.stride() - 1 : 0);
        int windows = 0;
        for (int start = 0; start + window.effectiveKernel() <= end; start += window.stride()) {
            if (ceilMode && start >= size + window.padding()) break;
            windows++;
        }
        if (windows == 0) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells; use more padding");
        return windows;
    }

    /// Scatters: walks over the input once and offers each cell to every window that contains it.
    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        Shape in = x.shape();
        Shape out = in.withSize(outputSize(in.h(), window, false), outputSize(in.w(), window, false));
        float[] values = new float[out.size()];
        int[] indices = new int[out.size()];
        Arrays.fill(indices, -1);
        float[] cells = x.toArray();
        for (int cell = 0; cell < cells.length; cell++) {
            int inPlane = cell % (in.h() * in.w());
            int plane = cell / (in.h() * in.w());
            for (int oh = 0; oh < out.h(); oh++) {
                if (!contains(window, oh, inPlane / in.w())) continue;
                for (int ow = 0; ow < out.w(); ow++) {
                    if (!contains(window, ow, inPlane % in.w())) continue;
                    int i = (plane * out.h() + oh) * out.w() + ow;
                    boolean wins = indices[i] < 0 || Float.isNaN(cells[cell]) || cells[cell] > values[i];
                    if (!wins) continue;
                    values[i] = cells[cell];
                    indices[i] = inPlane;
                }
            }
        }
        return new Pooled(Tensor.of(out, values), indices);
    }

    private static boolean contains(Window window, int output, int cell) {
        int fromStart = cell - (output * window.stride() - window.padding());
        return fromStart >= 0 && fromStart % window.dilation() == 0 && fromStart / window.dilation() < window.kernel();
    }

    /// Sums through a summed-area table: four reads for a window of any size.
    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(outputSize(in.h(), window, ceilMode), outputSize(in.w(), window, ceilMode));
        float[] means = new float[out.size()];
        for (int plane = 0; plane < in.planes(); plane++) {
            double[][] above = summedArea(x.plane(plane / in.c(), plane % in.c()));
            for (int i = 0; i < out.h() * out.w(); i++) {
                int top = i / out.w() * window.stride() - window.padding();
                int left = i % out.w() * window.stride() - window.padding();
                int h0 = Math.max(0, top);
                int w0 = Math.max(0, left);
                int h1 = Math.min(in.h(), top + window.kernel());
                int w1 = Math.min(in.w(), left + window.kernel());
                double sum = above[h1][w1] - above[h0][w1] - above[h1][w0] + above[h0][w0];
                int inside = (h1 - h0) * (w1 - w0);
                int bottom = Math.min(top + window.kernel(), in.h() + window.padding());
                int right = Math.min(left + window.kernel(), in.w() + window.padding());
                means[plane * out.h() * out.w() + i] = (float) (sum / (countIncludePad ? (bottom - top) * (right - left) : inside));
            }
        }
        return Tensor.of(out, means);
    }

    /// Returns the table whose element `[h][w]` is the sum of all cells above row `h` and left of column `w`.
    private static double[][] summedArea(double[][] rows) {
        double[][] table = new double[rows.length + 1][rows[0].length + 1];
        for (int h = 0; h < rows.length; h++) {
            for (int w = 0; w < rows[h].length; w++) table[h + 1][w + 1] = rows[h][w] + table[h][w + 1] + table[h + 1][w] - table[h][w];
        }
        return table;
    }

    /// Multiplies without a limit and checks the result once.
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return LongStream.of(outHeight, outWidth, inChannels, outChannels, window.kernel(), window.kernel()).mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply).longValueExact();
    }

    /// Walks from the output to the input: one cell needs `s*(cells - 1) + d*(k-1) + 1` cells of the layer before.
    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int cells = 1;
        int jump = 1;
        for (int i = layers.length - 1; i >= 0; i--) {
            cells = layers[i].stride() * (cells - 1) + layers[i].effectiveKernel();
            jump *= layers[i].stride();
        }
        return new ReceptiveField(cells, jump);
    }

    /// Gathers: every input cell collects the gradients of the windows that chose it.
    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape in = gradOutput.shape().withSize(height, width);
        float[] given = gradOutput.toArray();
        int windows = gradOutput.shape().h() * gradOutput.shape().w();
        float[] collected = new float[in.size()];
        for (int cell = 0; cell < collected.length; cell++) {
            int plane = cell / (height * width);
            for (int i = plane * windows; i < (plane + 1) * windows; i++) {
                if (indices[i] == cell % (height * width)) collected[cell] += given[i];
            }
        }
        return Tensor.of(in, collected);
    }
}
