package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Five rows of two vectors, for processors with 16 registers, such as those with AVX2: ten sums, two vectors of `b`, and some of `a` on their way. Twelve sums
/// would fit too, by counting; but Java's compiler loads several of `a` ahead, keeps one sum in memory instead, and the loop takes twice as long. See
/// {@link Tile12x2} for why it is written out.
final class Tile5x2 implements Tile {
    @Override
    public int rows() {
        return 5;
    }

    @Override
    public int vectors() {
        return 2;
    }

    @Override
    public void multiply(int depth, float[] a, int atA, float[] b, int atB, int strideB, float[] from, int atFrom, int strideFrom, float[] c, int atC,
            int strideC) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        FloatVector c0a = FloatVector.fromArray(s, from, atFrom);
        FloatVector c0b = FloatVector.fromArray(s, from, atFrom + l);
        FloatVector c1a = FloatVector.fromArray(s, from, atFrom + strideFrom);
        FloatVector c1b = FloatVector.fromArray(s, from, atFrom + strideFrom + l);
        FloatVector c2a = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom);
        FloatVector c2b = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom + l);
        FloatVector c3a = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom);
        FloatVector c3b = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom + l);
        FloatVector c4a = FloatVector.fromArray(s, from, atFrom + 4 * strideFrom);
        FloatVector c4b = FloatVector.fromArray(s, from, atFrom + 4 * strideFrom + l);
        for (int k = 0; k < depth; k++) {
            int row = atB + k * strideB;
            int column = atA + k * 5;
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
            FloatVector a4 = FloatVector.broadcast(s, a[column + 4]);
            c4a = a4.fma(ba, c4a);
            c4b = a4.fma(bb, c4b);
        }
        c0a.intoArray(c, atC);
        c0b.intoArray(c, atC + l);
        c1a.intoArray(c, atC + strideC);
        c1b.intoArray(c, atC + strideC + l);
        c2a.intoArray(c, atC + 2 * strideC);
        c2b.intoArray(c, atC + 2 * strideC + l);
        c3a.intoArray(c, atC + 3 * strideC);
        c3b.intoArray(c, atC + 3 * strideC + l);
        c4a.intoArray(c, atC + 4 * strideC);
        c4b.intoArray(c, atC + 4 * strideC + l);
    }
}
