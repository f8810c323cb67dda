package upsampling.backend;

import java.util.Arrays;
import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Plain loops on the Java heap: the shortest correct code, the same digits on every machine.
///
/// Sums run in double and are rounded once, at the end: a long sum in float32 would lose digits (a global average has thousands of terms). One
/// sum is rounded more often: that of {@link #correlate}, the gradient of a weight, after every picture of the batch.
public final class ScalarBackend implements Backend {
    /// The only one: it has no state.
    public static final ScalarBackend INSTANCE = new ScalarBackend();

    private ScalarBackend() { }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public Tensor allocate(Shape shape) {
        return Tensor.wrap(shape, new float[shape.size()], this);
    }

    @Override
    public Tensor upload(Shape shape, float[] values) {
        return Tensor.wrap(shape, values.clone(), this);
    }

    @Override
    public void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        ScalarProducts.gemm(a, b, add, c);
    }

    @Override
    public void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        ScalarProducts.im2col(x, sample, windows, outWidth, columns);
    }

    @Override
    public void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        ScalarProducts.col2im(columns, windows, outWidth, x, sample);
    }

    @Override
    public Indices maxPool(Tensor x, Window height, Window width, Tensor values) {
        Shape in = x.shape();
        Shape out = values.shape();
        float[] from = x.data();
        float[] to = values.data();
        int[] indices = new int[out.size()];
        int o = 0;
        for (int plane = 0; plane < in.planes(); plane++) {
            int base = plane * in.planeSize();
            for (int oh = 0; oh < out.h(); oh++) {
                Interrupts.check();
                for (int ow = 0; ow < out.w(); ow++, o++) {
                    indices[o] = firstMaximum(from, base, in, height, oh, width, ow);
                    to[o] = from[base + indices[o]];
                }
            }
        }
        return Indices.of(indices);
    }

    private static int firstMaximum(float[] x, int base, Shape in, Window height, int oh, Window width, int ow) {
        int best = -1;
        float max = Float.NEGATIVE_INFINITY;
        int endH = height.endTap(oh, in.h());
        int endW = width.endTap(ow, in.w());
        for (int kh = height.firstTap(oh); kh < endH; kh++) {
            int row = height.cell(oh, kh) * in.w();
            for (int kw = width.firstTap(ow); kw < endW; kw++) {
                int index = row + width.cell(ow, kw);
                float v = x[base + index];
                // > and not >=, so the first maximum wins; the first cell counts even if it is -infinity.
                if (best < 0 || v > max || Float.isNaN(v)) {
                    max = v;
                    best = index;
                }
            }
        }
        return best;
    }

    @Override
    public void gather(Tensor x, Indices indices, Tensor y) {
        int[] cell = indices.values();
        float[] from = x.data();
        float[] to = y.data();
        int cells = y.shape().planeSize();
        for (int plane = 0; plane < y.shape().planes(); plane++) {
            Interrupts.check();
            int base = plane * x.shape().planeSize();
            for (int o = plane * cells; o < (plane + 1) * cells; o++) {
                to[o] = cell[o] < 0 ? 0 : from[base + cell[o]];
            }
        }
    }

    @Override
    public void scatterSum(Tensor y, Indices indices, Tensor x) {
        int[] cell = indices.values();
        float[] from = y.data();
        float[] to = x.data();
        int cells = y.shape().planeSize();
        double[] sums = new double[x.shape().planeSize()];
        for (int plane = 0; plane < y.shape().planes(); plane++) {
            Interrupts.check();
            int base = plane * sums.length;
            Arrays.fill(sums, 0);
            for (int o = plane * cells; o < (plane + 1) * cells; o++) {
                if (cell[o] >= 0) sums[cell[o]] += from[o];
            }
            for (int i = 0; i < sums.length; i++) to[base + i] = (float) sums[i];
        }
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        Shape in = x.shape();
        float[] from = x.data();
        float[] to = y.data();
        int o = 0;
        for (int plane = 0; plane < in.planes(); plane++) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++, o++) {
                    Interrupts.check(); // per output: one output of a global average is a whole plane
                    double sum = 0;
                    for (int h = rows.begin()[i]; h < rows.end()[i]; h++) {
                        int row = (plane * in.h() + h) * in.w();
                        for (int w = columns.begin()[j]; w < columns.end()[j]; w++) {
                            sum += from[row + w];
                        }
                    }
                    to[o] = (float) (sum / ((double) rows.divisor()[i] * columns.divisor()[j]));
                }
            }
        }
    }

    @Override
    public void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        float[] from = x.data();
        float[] to = y.data();
        double[] wide = new double[Math.multiplyExact(in.h(), out.w())]; // one plane after the sums along the columns, [H, Wo]
        for (int plane = 0; plane < in.planes(); plane++) {
            for (int h = 0; h < in.h(); h++) {
                Interrupts.check();
                int row = (plane * in.h() + h) * in.w();
                for (int j = 0; j < out.w(); j++) {
                    double sum = 0;
                    for (int t = columns.first()[j]; t < columns.first()[j + 1]; t++) {
                        sum += columns.weight()[t] * from[row + columns.cell()[t]];
                    }
                    wide[h * out.w() + j] = sum;
                }
            }
            for (int i = 0; i < out.h(); i++) {
                Interrupts.check();
                int row = (plane * out.h() + i) * out.w();
                for (int j = 0; j < out.w(); j++) {
                    double sum = 0;
                    for (int t = rows.first()[i]; t < rows.first()[i + 1]; t++) {
                        sum += rows.weight()[t] * wide[rows.cell()[t] * out.w() + j];
                    }
                    to[row + j] = (float) sum;
                }
            }
        }
    }

    @Override
    public void copy(Strided from, Strided to, int... sizes) {
        ScalarElements.copy(from, to, sizes);
    }

    @Override
    public void map(Unary f, Tensor x, Tensor y) {
        ScalarElements.map(f, x.data(), y.data());
    }

    @Override
    public void zip(Binary f, Tensor a, Tensor b, Tensor y) {
        ScalarElements.zip(f, a, b, y);
    }

    @Override
    public void reduce(Reduction f, Tensor x, Tensor y) {
        ScalarElements.reduce(f, x, y);
    }
}
