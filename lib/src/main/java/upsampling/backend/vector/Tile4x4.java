package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows of four vectors, for products with few rows, such as a layer that ends in the three channels of a picture. Sixteen sums still hide the
/// time of a multiplication; see {@link Tile12x2} for why it is written out.
final class Tile4x4 implements Tile {
    @Override
    public int rows() {
        return 4;
    }

    @Override
    public int vectors() {
        return 4;
    }

    @Override
    public double slowness() {
        return 1.14;
    }

    @Override
    public void multiply(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        FloatVector c0a = FloatVector.fromArray(s, from, atFrom);
        FloatVector c0b = FloatVector.fromArray(s, from, atFrom + l);
        FloatVector c0c = FloatVector.fromArray(s, from, atFrom + 2 * l);
        FloatVector c0d = FloatVector.fromArray(s, from, atFrom + 3 * l);
        FloatVector c1a = FloatVector.fromArray(s, from, atFrom + strideFrom);
        FloatVector c1b = FloatVector.fromArray(s, from, atFrom + strideFrom + l);
        FloatVector c1c = FloatVector.fromArray(s, from, atFrom + strideFrom + 2 * l);
        FloatVector c1d = FloatVector.fromArray(s, from, atFrom + strideFrom + 3 * l);
        FloatVector c2a = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom);
        FloatVector c2b = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom + l);
        FloatVector c2c = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom + 2 * l);
        FloatVector c2d = FloatVector.fromArray(s, from, atFrom + 2 * strideFrom + 3 * l);
        FloatVector c3a = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom);
        FloatVector c3b = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom + l);
        FloatVector c3c = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom + 2 * l);
        FloatVector c3d = FloatVector.fromArray(s, from, atFrom + 3 * strideFrom + 3 * l);
        for (int k = 0; k < depth; k++) {
            int row = atB + k * 4 * l;
            int column = atA + k * 4;
            FloatVector ba = FloatVector.fromArray(s, b, row);
            FloatVector bb = FloatVector.fromArray(s, b, row + l);
            FloatVector bc = FloatVector.fromArray(s, b, row + 2 * l);
            FloatVector bd = FloatVector.fromArray(s, b, row + 3 * l);
            FloatVector a0 = FloatVector.broadcast(s, a[column]);
            c0a = a0.fma(ba, c0a);
            c0b = a0.fma(bb, c0b);
            c0c = a0.fma(bc, c0c);
            c0d = a0.fma(bd, c0d);
            FloatVector a1 = FloatVector.broadcast(s, a[column + 1]);
            c1a = a1.fma(ba, c1a);
            c1b = a1.fma(bb, c1b);
            c1c = a1.fma(bc, c1c);
            c1d = a1.fma(bd, c1d);
            FloatVector a2 = FloatVector.broadcast(s, a[column + 2]);
            c2a = a2.fma(ba, c2a);
            c2b = a2.fma(bb, c2b);
            c2c = a2.fma(bc, c2c);
            c2d = a2.fma(bd, c2d);
            FloatVector a3 = FloatVector.broadcast(s, a[column + 3]);
            c3a = a3.fma(ba, c3a);
            c3b = a3.fma(bb, c3b);
            c3c = a3.fma(bc, c3c);
            c3d = a3.fma(bd, c3d);
        }
        c0a.intoArray(c, atC);
        c0b.intoArray(c, atC + l);
        c0c.intoArray(c, atC + 2 * l);
        c0d.intoArray(c, atC + 3 * l);
        c1a.intoArray(c, atC + strideC);
        c1b.intoArray(c, atC + strideC + l);
        c1c.intoArray(c, atC + strideC + 2 * l);
        c1d.intoArray(c, atC + strideC + 3 * l);
        c2a.intoArray(c, atC + 2 * strideC);
        c2b.intoArray(c, atC + 2 * strideC + l);
        c2c.intoArray(c, atC + 2 * strideC + 2 * l);
        c2d.intoArray(c, atC + 2 * strideC + 3 * l);
        c3a.intoArray(c, atC + 3 * strideC);
        c3b.intoArray(c, atC + 3 * strideC + l);
        c3c.intoArray(c, atC + 3 * strideC + 2 * l);
        c3d.intoArray(c, atC + 3 * strideC + 3 * l);
    }
}
