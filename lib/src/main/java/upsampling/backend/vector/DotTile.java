package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Ten products of rows with rows at once, five rows of `a` and two of `b`, so that seven loads serve ten multiplications:
///
/// ```
/// sums[r*step + s] += sum over i < n of a[atA + r*stride + i] * b[at_s + i]          r < 5, s < 2
/// ```
/// It is {@link Tile6x2} for factors of which the summed index runs along the rows: nothing need be packed. Each lane sums every so many products; the lanes are
/// added last, in their order.
final class DotTile {
    /// Rows of `a`.
    static final int ROWS = 5;

    private DotTile() { }

    /// @param n a multiple of the vector
    /// @param lanes scratch memory for ten vectors
    static void multiply(int n, float[] a, int atA, int stride, float[] b, int at0, int at1, float[] lanes, float[] sums, int at, int step) {
        multiply(n, a, atA, stride, b, at0, at1, lanes);
        for (int r = 0; r < ROWS; r++) {
            sums[at + r * step] += Lanes.total(lanes, 2 * r * Lanes.COUNT);
            sums[at + r * step + 1] += Lanes.total(lanes, (2 * r + 1) * Lanes.COUNT);
        }
    }

    private static void multiply(int n, float[] a, int atA, int stride, float[] b, int at0, int at1, float[] lanes) {
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
        FloatVector c4a = FloatVector.zero(s);
        FloatVector c4b = FloatVector.zero(s);
        for (int i = 0; i < n; i += l) {
            FloatVector ba = FloatVector.fromArray(s, b, at0 + i);
            FloatVector bb = FloatVector.fromArray(s, b, at1 + i);
            FloatVector a0 = FloatVector.fromArray(s, a, atA + i);
            c0a = a0.fma(ba, c0a);
            c0b = a0.fma(bb, c0b);
            FloatVector a1 = FloatVector.fromArray(s, a, atA + stride + i);
            c1a = a1.fma(ba, c1a);
            c1b = a1.fma(bb, c1b);
            FloatVector a2 = FloatVector.fromArray(s, a, atA + 2 * stride + i);
            c2a = a2.fma(ba, c2a);
            c2b = a2.fma(bb, c2b);
            FloatVector a3 = FloatVector.fromArray(s, a, atA + 3 * stride + i);
            c3a = a3.fma(ba, c3a);
            c3b = a3.fma(bb, c3b);
            FloatVector a4 = FloatVector.fromArray(s, a, atA + 4 * stride + i);
            c4a = a4.fma(ba, c4a);
            c4b = a4.fma(bb, c4b);
        }
        c0a.intoArray(lanes, 0);
        c0b.intoArray(lanes, l);
        c1a.intoArray(lanes, 2 * l);
        c1b.intoArray(lanes, 3 * l);
        c2a.intoArray(lanes, 4 * l);
        c2b.intoArray(lanes, 5 * l);
        c3a.intoArray(lanes, 6 * l);
        c3b.intoArray(lanes, 7 * l);
        c4a.intoArray(lanes, 8 * l);
        c4b.intoArray(lanes, 9 * l);
    }
}
