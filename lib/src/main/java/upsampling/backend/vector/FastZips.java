package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import upsampling.backend.Backend.Binary;
import upsampling.backend.Interrupts;
import upsampling.backend.Strided;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Functions of two numbers, element by element, where one tensor may be repeated along some axes. Plain twin: `ScalarElements.zip`.
///
/// Axes along which both tensors run on are one axis: a bias `[1, C, 1, 1]` on `[N, C, H, W]` is one number for each row of `H*W` cells. A number
/// that is repeated along a row is written into one vector, from which the loop loads again and again; so there is one loop per function.
public final class FastZips {
    /// Cells of a part of a long row, a multiple of every vector.
    private static final int PART = 4096;

    private FastZips() { }

    /// Computes {@link upsampling.backend.Backend#zip}; `y` may be `a` or `b`.
    public static void zip(Workers workers, Binary f, Tensor a, Tensor b, Tensor y) {
        float[] left = BufferPool.values(a.buffer());
        float[] right = BufferPool.values(b.buffer());
        float[] to = BufferPool.values(y.buffer());
        Shape out = y.shape();
        Axes axes = Axes.of(new int[] {out.n(), out.c(), out.h(), out.w()}, Strided.repeated(a.shape(), out), Strided.repeated(b.shape(), out));
        Axes.Axis row = axes.count() == 0 ? new Axes.Axis(1, 1, 1) : axes.fromEnd(0);
        Axes outer = axes.without(row);
        int parts = Math.ceilDiv(row.size(), PART);
        Pieces.run(workers, outer.cells() * parts, Math.min(row.size(), PART), (begin, end) -> {
            Row part = new Row(f, left, row.read(), right, row.write(), to);
            Axes.Walk walk = outer.walk(begin / parts, 0, 0);
            int number = begin % parts;
            for (int i = begin; i < end; i++) {
                Interrupts.check();
                int start = number * PART;
                int n = Math.min(PART, row.size() - start);
                part.compute(walk.read() + start * row.read(), walk.write() + start * row.write(), n, i / parts * row.size() + start);
                if (++number == parts) {
                    number = 0;
                    walk.next();
                }
            }
        });
    }

    /// One function of two rows, each of which may be a number that is repeated.
    private static final class Row {
        private final Binary f;
        private final float[] a;
        private final int stepA;
        private final float[] b;
        private final int stepB;
        private final float[] y;
        private final float[] repeated = new float[Lanes.COUNT];

        Row(Binary f, float[] a, int stepA, float[] b, int stepB, float[] y) {
            this.f = f;
            this.a = a;
            this.stepA = stepA;
            this.b = b;
            this.stepB = stepB;
            this.y = y;
        }

        void compute(int atA, int atB, int n, int atY) {
            int whole = n - n % Lanes.COUNT;
            if (whole > 0 && stepA == 0) {
                Arrays.fill(repeated, a[atA]);
                vectors(f, repeated, 0, 0, b, atB, stepB, whole, y, atY);
            } else if (whole > 0 && stepB == 0) {
                Arrays.fill(repeated, b[atB]);
                vectors(f, a, atA, stepA, repeated, 0, 0, whole, y, atY);
            } else {
                vectors(f, a, atA, stepA, b, atB, stepB, whole, y, atY);
            }
            for (int i = whole; i < n; i++) y[atY + i] = f.apply(a[atA + i * stepA], b[atB + i * stepB]);
        }
    }

    private static void vectors(Binary f, float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        switch (f) {
            case ADD -> add(a, atA, stepA, b, atB, stepB, n, y, atY);
            case SUBTRACT -> subtract(a, atA, stepA, b, atB, stepB, n, y, atY);
            case MULTIPLY -> multiply(a, atA, stepA, b, atB, stepB, n, y, atY);
            case DIVIDE -> divide(a, atA, stepA, b, atB, stepB, n, y, atY);
            case WHERE_POSITIVE -> wherePositive(a, atA, stepA, b, atB, stepB, n, y, atY);
        }
    }

    private static void add(float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, a, atA + i * stepA).add(FloatVector.fromArray(s, b, atB + i * stepB)).intoArray(y, atY + i);
        }
    }

    private static void subtract(float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, a, atA + i * stepA).sub(FloatVector.fromArray(s, b, atB + i * stepB)).intoArray(y, atY + i);
        }
    }

    private static void multiply(float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, a, atA + i * stepA).mul(FloatVector.fromArray(s, b, atB + i * stepB)).intoArray(y, atY + i);
        }
    }

    private static void divide(float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, a, atA + i * stepA).div(FloatVector.fromArray(s, b, atB + i * stepB)).intoArray(y, atY + i);
        }
    }

    private static void wherePositive(float[] a, int atA, int stepA, float[] b, int atB, int stepB, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sign = FloatVector.fromArray(s, b, atB + i * stepB);
            FloatVector.fromArray(s, a, atA + i * stepA).blend(0f, sign.compare(VectorOperators.LE, 0f)).intoArray(y, atY + i);
        }
    }
}
