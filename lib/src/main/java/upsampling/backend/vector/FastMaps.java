package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import upsampling.backend.Backend.Unary;
import upsampling.backend.Interrupts;
import upsampling.tensor.Tensor;

/// Functions of one number, element by element. Plain twin: `ScalarElements.map`.
///
/// The simple ones run on vectors and give the plain twin's very numbers. The others run one by one in double, on all threads, and are rounded once:
/// the vector versions of Java are not the same on every processor, and not exact enough on some.
public final class FastMaps {
    /// Elements of a part, a multiple of every vector: only the last part has a rest.
    private static final int PART = 4096;

    /// What `exp` or `tanh` of one number costs, in elements of a copy.
    private static final int FUNCTION_COST = 20;

    /// Up to here `log(1 + t)` is better written as the beginning of its series: `1 + t` would round off most of `t`. The next term is below
    /// `2^-41 * t`.
    private static final double SMALL = 1e-4;

    private FastMaps() { }

    /// Computes {@link upsampling.backend.Backend#map}; `y` may be `x`.
    public static void map(Workers workers, Unary f, Tensor x, Tensor y) {
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        int parts = Math.ceilDiv(from.length, PART);
        long cost = switch (f) {
            case RELU, ABS, SQRT -> 1;
            case SIGMOID, TANH, EXP, LOG, SOFTPLUS -> FUNCTION_COST;
        };
        Pieces.run(workers, parts, Math.min(from.length, PART) * cost, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                Interrupts.check();
                map(f, from, i * PART, Math.min(PART, from.length - i * PART), to);
            }
        });
    }

    private static void map(Unary f, float[] x, int at, int n, float[] y) {
        int whole = n - n % Lanes.COUNT;
        switch (f) {
            case RELU -> {
                relu(x, at, whole, y);
                for (int i = at + whole; i < at + n; i++) y[i] = x[i] <= 0 ? 0 : x[i];
            }
            case ABS -> {
                abs(x, at, whole, y);
                for (int i = at + whole; i < at + n; i++) y[i] = Math.abs(x[i]);
            }
            case SQRT -> {
                sqrt(x, at, whole, y);
                for (int i = at + whole; i < at + n; i++) y[i] = (float) Math.sqrt(x[i]);
            }
            case EXP -> {
                for (int i = at; i < at + n; i++) y[i] = (float) Math.exp(x[i]);
            }
            case LOG -> {
                for (int i = at; i < at + n; i++) y[i] = (float) Math.log(x[i]);
            }
            case TANH -> {
                for (int i = at; i < at + n; i++) y[i] = (float) Math.tanh(x[i]);
            }
            case SIGMOID -> {
                for (int i = at; i < at + n; i++) y[i] = (float) (1 / (1 + Math.exp(-x[i])));
            }
            case SOFTPLUS -> {
                for (int i = at; i < at + n; i++) y[i] = softplus(x[i]);
            }
        }
    }

    private static float softplus(float x) {
        double t = Math.exp(-Math.abs((double) x));
        return (float) (Math.max(x, 0) + (t < SMALL ? t * (1 - t * (0.5 - t / 3)) : Math.log(1 + t)));
    }

    private static void relu(float[] x, int at, int n, float[] y) {
        for (int i = at; i < at + n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.FLOATS, x, i);
            v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(y, i); // NaN <= 0 is false: NaN stays
        }
    }

    private static void abs(float[] x, int at, int n, float[] y) {
        for (int i = at; i < at + n; i += Lanes.COUNT) FloatVector.fromArray(Lanes.FLOATS, x, i).abs().intoArray(y, i);
    }

    private static void sqrt(float[] x, int at, int n, float[] y) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = at; i < at + n; i += Lanes.COUNT) FloatVector.fromArray(s, x, i).sqrt().intoArray(y, i);
    }
}
