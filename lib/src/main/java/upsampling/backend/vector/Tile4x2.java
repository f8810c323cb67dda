package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows of two vectors, as {@link Tile5x2}, where fewer rows are wasted: a layer that ends in the three channels of a picture.
final class Tile4x2 implements Tile {
    @Override
    public int rows() {
        return 4;
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
        for (int k = 0; k < depth; k++) {
            int row = atB + k * strideB;
            int column = atA + k * 4;
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
}
