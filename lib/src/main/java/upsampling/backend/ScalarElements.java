package upsampling.backend;

import java.util.Arrays;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What {@link ScalarBackend} does with single elements: copies, functions, sums along axes.
final class ScalarElements {
    private static final int CHECK_EVERY = 4096; // elements between two looks at the interrupt flag

    private ScalarElements() { }

    static void copy(Strided from, Strided to, int... sizes) {
        copy(from.tensor().data(), from.offset(), from.strides(), to.tensor().data(), to.offset(), to.strides(), sizes, 0);
    }

    private static void copy(float[] from, int read, int[] readStrides, float[] to, int write, int[] writeStrides, int[] sizes, int axis) {
        int readStride = readStrides[axis];
        int writeStride = writeStrides[axis];
        if (axis < sizes.length - 1) {
            for (int i = 0; i < sizes[axis]; i++) {
                copy(from, read + i * readStride, readStrides, to, write + i * writeStride, writeStrides, sizes, axis + 1);
            }
            return;
        }
        Interrupts.check();
        for (int i = 0; i < sizes[axis]; i++) to[write + i * writeStride] = from[read + i * readStride];
    }

    static void map(Backend.Unary f, float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            if (i % CHECK_EVERY == 0) Interrupts.check();
            y[i] = apply(f, x[i]);
        }
    }

    /// `StrictMath`, since `Math` may answer with other last digits on another processor.
    private static float apply(Backend.Unary f, float x) {
        return switch (f) {
            case RELU -> x <= 0 ? 0 : x; // "<= 0 ? 0" rather than "> 0 ? x", so NaN stays NaN
            case SIGMOID -> (float) (1 / (1 + StrictMath.exp(-x)));
            case TANH -> (float) StrictMath.tanh(x);
            case EXP -> (float) StrictMath.exp(x);
            case LOG -> (float) StrictMath.log(x);
            case SOFTPLUS -> (float) (Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs((double) x))));
            case SQRT -> (float) Math.sqrt(x);
            case ABS -> Math.abs(x);
        };
    }

    static void zip(Backend.Binary f, Tensor a, Tensor b, Tensor y) {
        Shape out = y.shape();
        int[] stepsA = Strided.repeated(a.shape(), out);
        int[] stepsB = Strided.repeated(b.shape(), out);
        float[] left = a.data();
        float[] right = b.data();
        float[] to = y.data();
        int o = 0;
        for (int n = 0; n < out.n(); n++) {
            for (int c = 0; c < out.c(); c++) {
                for (int h = 0; h < out.h(); h++) {
                    Interrupts.check();
                    int rowA = n * stepsA[0] + c * stepsA[1] + h * stepsA[2];
                    int rowB = n * stepsB[0] + c * stepsB[1] + h * stepsB[2];
                    for (int w = 0; w < out.w(); w++, o++) to[o] = f.apply(left[rowA + w * stepsA[3]], right[rowB + w * stepsB[3]]);
                }
            }
        }
    }

    static void reduce(Backend.Reduction f, Tensor x, Tensor y) {
        Shape in = x.shape();
        int[] steps = Strided.repeated(y.shape(), in);
        float[] from = x.data();
        double[] results = new double[y.shape().size()]; // rounded once, at the end
        if (f == Backend.Reduction.MAX) Arrays.fill(results, Double.NEGATIVE_INFINITY);
        int i = 0;
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int h = 0; h < in.h(); h++) {
                    Interrupts.check();
                    int row = n * steps[0] + c * steps[1] + h * steps[2];
                    for (int w = 0; w < in.w(); w++, i++) {
                        int o = row + w * steps[3];
                        results[o] = switch (f) {
                            case SUM -> results[o] + from[i];
                            case MAX -> Math.max(results[o], from[i]);
                        };
                    }
                }
            }
        }
        float[] to = y.data();
        for (int o = 0; o < results.length; o++) to[o] = (float) results[o];
    }
}
