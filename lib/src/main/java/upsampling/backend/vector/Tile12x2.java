package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Twelve rows of two vectors: 24 sums, two vectors of `b` and one of `a`, so 27 of the 32 registers that AVX-512 and NEON have. A smaller tile
/// waits for loads: with 8x1, 9 loads feed 8 multiplications; here 14 loads feed 24.
///
/// It is written out since each sum must be a variable of its own, which the compiler keeps in a register; an array of vectors would live in memory.
/// There is no branch in which a vector is live, and none begins from a constant field: then the compiler makes objects of them, and the loop is twenty times slower.
final class Tile12x2 implements Tile {
    @Override
    public int rows() {
        return 12;
    }

    @Override
    public int vectors() {
        return 2;
    }

    @Override
    public double slowness() {
        return 1;
    }

    @Override
    public void multiply(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC) {
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
        FloatVector c5a = FloatVector.fromArray(s, from, atFrom + 5 * strideFrom);
        FloatVector c5b = FloatVector.fromArray(s, from, atFrom + 5 * strideFrom + l);
        FloatVector c6a = FloatVector.fromArray(s, from, atFrom + 6 * strideFrom);
        FloatVector c6b = FloatVector.fromArray(s, from, atFrom + 6 * strideFrom + l);
        FloatVector c7a = FloatVector.fromArray(s, from, atFrom + 7 * strideFrom);
        FloatVector c7b = FloatVector.fromArray(s, from, atFrom + 7 * strideFrom + l);
        FloatVector c8a = FloatVector.fromArray(s, from, atFrom + 8 * strideFrom);
        FloatVector c8b = FloatVector.fromArray(s, from, atFrom + 8 * strideFrom + l);
        FloatVector c9a = FloatVector.fromArray(s, from, atFrom + 9 * strideFrom);
        FloatVector c9b = FloatVector.fromArray(s, from, atFrom + 9 * strideFrom + l);
        FloatVector c10a = FloatVector.fromArray(s, from, atFrom + 10 * strideFrom);
        FloatVector c10b = FloatVector.fromArray(s, from, atFrom + 10 * strideFrom + l);
        FloatVector c11a = FloatVector.fromArray(s, from, atFrom + 11 * strideFrom);
        FloatVector c11b = FloatVector.fromArray(s, from, atFrom + 11 * strideFrom + l);
        for (int k = 0; k < depth; k++) {
            int row = atB + k * 2 * l;
            int column = atA + k * 12;
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
            FloatVector a5 = FloatVector.broadcast(s, a[column + 5]);
            c5a = a5.fma(ba, c5a);
            c5b = a5.fma(bb, c5b);
            FloatVector a6 = FloatVector.broadcast(s, a[column + 6]);
            c6a = a6.fma(ba, c6a);
            c6b = a6.fma(bb, c6b);
            FloatVector a7 = FloatVector.broadcast(s, a[column + 7]);
            c7a = a7.fma(ba, c7a);
            c7b = a7.fma(bb, c7b);
            FloatVector a8 = FloatVector.broadcast(s, a[column + 8]);
            c8a = a8.fma(ba, c8a);
            c8b = a8.fma(bb, c8b);
            FloatVector a9 = FloatVector.broadcast(s, a[column + 9]);
            c9a = a9.fma(ba, c9a);
            c9b = a9.fma(bb, c9b);
            FloatVector a10 = FloatVector.broadcast(s, a[column + 10]);
            c10a = a10.fma(ba, c10a);
            c10b = a10.fma(bb, c10b);
            FloatVector a11 = FloatVector.broadcast(s, a[column + 11]);
            c11a = a11.fma(ba, c11a);
            c11b = a11.fma(bb, c11b);
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
        c5a.intoArray(c, atC + 5 * strideC);
        c5b.intoArray(c, atC + 5 * strideC + l);
        c6a.intoArray(c, atC + 6 * strideC);
        c6b.intoArray(c, atC + 6 * strideC + l);
        c7a.intoArray(c, atC + 7 * strideC);
        c7b.intoArray(c, atC + 7 * strideC + l);
        c8a.intoArray(c, atC + 8 * strideC);
        c8b.intoArray(c, atC + 8 * strideC + l);
        c9a.intoArray(c, atC + 9 * strideC);
        c9b.intoArray(c, atC + 9 * strideC + l);
        c10a.intoArray(c, atC + 10 * strideC);
        c10b.intoArray(c, atC + 10 * strideC + l);
        c11a.intoArray(c, atC + 11 * strideC);
        c11b.intoArray(c, atC + 11 * strideC + l);
    }
}
