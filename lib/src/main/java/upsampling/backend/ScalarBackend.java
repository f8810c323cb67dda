package upsampling.backend;

import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Plain loops on the Java heap: the shortest correct code, the same digits on every machine.
///
/// Sums run in double and are rounded once, at the end: a long sum in float32 would lose digits (a global average has thousands of terms).
public final class ScalarBackend implements Backend {
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
    public void maxPool(Tensor x, Window height, Window width, Tensor values, int[] indices) {
        Shape in = x.shape();
        Shape out = values.shape();
        int o = 0;
        for (int plane = 0; plane < in.planes(); plane++) {
            int base = plane * in.planeSize();
            for (int oh = 0; oh < out.h(); oh++) {
                Interrupts.check();
                for (int ow = 0; ow < out.w(); ow++, o++) {
                    indices[o] = firstMaximum(x.data(), base, in, height, oh, width, ow);
                    values.data()[o] = x.data()[base + indices[o]];
                }
            }
        }
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
    public void gather(Tensor x, int[] indices, Tensor y) {
        int cells = y.shape().planeSize();
        for (int plane = 0; plane < y.shape().planes(); plane++) {
            Interrupts.check();
            int base = plane * x.shape().planeSize();
            for (int o = plane * cells; o < (plane + 1) * cells; o++) {
                y.data()[o] = indices[o] < 0 ? 0 : x.data()[base + indices[o]];
            }
        }
    }

    @Override
    public void scatterAdd(Tensor y, int[] indices, Tensor x) {
        int cells = y.shape().planeSize();
        for (int plane = 0; plane < y.shape().planes(); plane++) {
            Interrupts.check();
            int base = plane * x.shape().planeSize();
            for (int o = plane * cells; o < (plane + 1) * cells; o++) {
                if (indices[o] >= 0) x.data()[base + indices[o]] += y.data()[o];
            }
        }
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        Shape in = x.shape();
        int o = 0;
        for (int plane = 0; plane < in.planes(); plane++) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++, o++) {
                    Interrupts.check(); // per output: one output of a global average is a whole plane
                    double sum = 0;
                    for (int h = rows.begin()[i]; h < rows.end()[i]; h++) {
                        int row = (plane * in.h() + h) * in.w();
                        for (int w = columns.begin()[j]; w < columns.end()[j]; w++) {
                            sum += x.data()[row + w];
                        }
                    }
                    y.data()[o] = (float) (sum / ((double) rows.divisor()[i] * columns.divisor()[j]));
                }
            }
        }
    }

    @Override
    public void spreadAdd(Tensor y, Intervals rows, Intervals columns, Tensor x) {
        Shape in = x.shape();
        int o = 0;
        for (int plane = 0; plane < in.planes(); plane++) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++, o++) {
                    Interrupts.check();
                    double share = y.data()[o] / ((double) rows.divisor()[i] * columns.divisor()[j]);
                    for (int h = rows.begin()[i]; h < rows.end()[i]; h++) {
                        int row = (plane * in.h() + h) * in.w();
                        for (int w = columns.begin()[j]; w < columns.end()[j]; w++) {
                            x.data()[row + w] += (float) share;
                        }
                    }
                }
            }
        }
    }

    @Override
    public void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        double[] wide = new double[Math.multiplyExact(in.h(), out.w())]; // one plane after the sums along the columns, [H, Wo]
        for (int plane = 0; plane < in.planes(); plane++) {
            for (int h = 0; h < in.h(); h++) {
                Interrupts.check();
                int row = (plane * in.h() + h) * in.w();
                for (int j = 0; j < out.w(); j++) {
                    double sum = 0;
                    for (int t = columns.first()[j]; t < columns.first()[j + 1]; t++) {
                        sum += columns.weight()[t] * x.data()[row + columns.cell()[t]];
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
                    y.data()[row + j] = (float) sum;
                }
            }
        }
    }

    @Override
    public void map(Unary f, Tensor x, Tensor y) {
        float[] from = x.data();
        float[] to = y.data();
        for (int i = 0; i < from.length; i++) {
            if (i % 4096 == 0) Interrupts.check();
            to[i] = switch (f) {
                case RELU -> from[i] <= 0 ? 0 : from[i]; // "<= 0 ? 0" rather than "> 0 ? x", so NaN stays NaN
            };
        }
    }

    @Override
    public void zip(Binary f, Tensor a, Tensor b, Tensor y) {
        for (int i = 0; i < y.data().length; i++) {
            if (i % 4096 == 0) Interrupts.check();
            y.data()[i] = switch (f) {
                case WHERE_POSITIVE -> b.data()[i] <= 0 ? 0 : a.data()[i];
            };
        }
    }
}
