package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Sums of shifted copies of one array, for some neighbouring places at once:
///
/// ```
/// c(i, j) = sum over k of a(i, k) * b[atB + offset[k] + j]          i < rows, j < columns, k < depth
/// ```
/// It is a {@link Tile} that reads its second factor where it lies instead of from a packed copy. Plain twin: the loops of
/// `Conv2d.Reference`.
final class Stencil {
    /// Rows of {@link #four}.
    static final int ROWS = 4;
    /// Columns of {@link #four}.
    static final int FOUR_COLUMNS = 2 * Lanes.COUNT;
    /// Columns of {@link #one}.
    static final int ONE_COLUMNS = 6 * Lanes.COUNT;

    private Stencil() { }

    /// Four rows of two vectors; `a` is packed as `[depth][4]`. Eight sums in variables of their own; with more, the compiler keeps one in
    /// memory, see {@link Tile6x2}.
    static void four(int depth, float[] a, int atA, float[] b, int atB, int[] offset, float[] c, int atC, int strideC) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        FloatVector c0a = FloatVector.zero(s);
        FloatVector c0b = FloatVector.zero(s);
        FloatVector c1a = FloatVector.zero(s);
        FloatVector c1b = FloatVector.zero(s);
        FloatVector c2a = FloatVector.zero(s);
        FloatVector c2b = FloatVector.zero(s);
        FloatVector c3a = FloatVector.zero(s);
        FloatVector c3b = FloatVector.zero(s);
        for (int k = 0; k < depth; k++) {
            int row = atB + offset[k];
            int column = atA + k * ROWS;
            FloatVector ba = FloatVector.fromArray(s, b, row);
            FloatVector bb = FloatVector.fromArray(s, b, row + l);
            FloatVector a0 = FloatVector.broadcast(s, a[column]);
            c0a = a0.fma(ba, c0a);
            c0b = a0.fma(bb, c0b);
            FloatVector a1 = FloatVector.broadcast(s, a[column + 1]);
            c1a = a1.fma(ba, c1a);
            c1b = a1.fma(bb, c1b);
            FloatVector a2 = FloatVector.broadcast(s, a[column + 2]);
            c2a = a2.fma(ba, c2a);
            c2b = a2.fma(bb, c2b);
            FloatVector a3 = FloatVector.broadcast(s, a[column + 3]);
            c3a = a3.fma(ba, c3a);
            c3b = a3.fma(bb, c3b);
        }
        c0a.intoArray(c, atC);
        c0b.intoArray(c, atC + l);
        c1a.intoArray(c, atC + strideC);
        c1b.intoArray(c, atC + strideC + l);
        c2a.intoArray(c, atC + 2 * strideC);
        c2b.intoArray(c, atC + 2 * strideC + l);
        c3a.intoArray(c, atC + 3 * strideC);
        c3b.intoArray(c, atC + 3 * strideC + l);
    }

    /// One row of six vectors: with fewer, a sum would wait for the one before it.
    static void one(int depth, float[] a, int atA, float[] b, int atB, int[] offset, float[] c, int atC) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        FloatVector c0 = FloatVector.zero(s);
        FloatVector c1 = FloatVector.zero(s);
        FloatVector c2 = FloatVector.zero(s);
        FloatVector c3 = FloatVector.zero(s);
        FloatVector c4 = FloatVector.zero(s);
        FloatVector c5 = FloatVector.zero(s);
        for (int k = 0; k < depth; k++) {
            int row = atB + offset[k];
            FloatVector a0 = FloatVector.broadcast(s, a[atA + k]);
            c0 = a0.fma(FloatVector.fromArray(s, b, row), c0);
            c1 = a0.fma(FloatVector.fromArray(s, b, row + l), c1);
            c2 = a0.fma(FloatVector.fromArray(s, b, row + 2 * l), c2);
            c3 = a0.fma(FloatVector.fromArray(s, b, row + 3 * l), c3);
            c4 = a0.fma(FloatVector.fromArray(s, b, row + 4 * l), c4);
            c5 = a0.fma(FloatVector.fromArray(s, b, row + 5 * l), c5);
        }
        c0.intoArray(c, atC);
        c1.intoArray(c, atC + l);
        c2.intoArray(c, atC + 2 * l);
        c3.intoArray(c, atC + 3 * l);
        c4.intoArray(c, atC + 4 * l);
        c5.intoArray(c, atC + 5 * l);
    }
}
