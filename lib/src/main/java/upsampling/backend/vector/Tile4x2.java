package upsampling.backend.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows of two vectors, as {@link Tile6x2}, where fewer rows are wasted: a layer that ends in the three channels of a picture.
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
    public double slowness() {
        return 1.06;
    }

    @Override
    public void multiply(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC) {
        int whole = depth / 4 * 4;
        if (whole > 0) fours(whole, a, atA, b, atB, from, atFrom, strideFrom, c, atC, strideC);
        if (whole == depth) return;
        boolean isFirst = whole == 0;
        ones(depth - whole, a, atA + whole * rows(), b, atB + whole * columns(), isFirst ? from : c, isFirst ? atFrom : atC, isFirst ? strideFrom : strideC, c, atC, strideC);
    }

    private static void fours(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC) {
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
        for (int k = 0; k < depth; k += 4) {
            int row = atB + k * 2 * l;
            int column = atA + k * 4;
            FloatVector b0a = FloatVector.fromArray(s, b, row);
            FloatVector b0b = FloatVector.fromArray(s, b, row + l);
            FloatVector a0 = FloatVector.broadcast(s, a[column]);
            c0a = a0.fma(b0a, c0a);
            c0b = a0.fma(b0b, c0b);
            FloatVector a1 = FloatVector.broadcast(s, a[column + 1]);
            c1a = a1.fma(b0a, c1a);
            c1b = a1.fma(b0b, c1b);
            FloatVector a2 = FloatVector.broadcast(s, a[column + 2]);
            c2a = a2.fma(b0a, c2a);
            c2b = a2.fma(b0b, c2b);
            FloatVector a3 = FloatVector.broadcast(s, a[column + 3]);
            c3a = a3.fma(b0a, c3a);
            c3b = a3.fma(b0b, c3b);
            VarHandle.loadLoadFence();
            FloatVector b1a = FloatVector.fromArray(s, b, row + 2 * l);
            FloatVector b1b = FloatVector.fromArray(s, b, row + 3 * l);
            FloatVector a4 = FloatVector.broadcast(s, a[column + 4]);
            c0a = a4.fma(b1a, c0a);
            c0b = a4.fma(b1b, c0b);
            FloatVector a5 = FloatVector.broadcast(s, a[column + 5]);
            c1a = a5.fma(b1a, c1a);
            c1b = a5.fma(b1b, c1b);
            FloatVector a6 = FloatVector.broadcast(s, a[column + 6]);
            c2a = a6.fma(b1a, c2a);
            c2b = a6.fma(b1b, c2b);
            FloatVector a7 = FloatVector.broadcast(s, a[column + 7]);
            c3a = a7.fma(b1a, c3a);
            c3b = a7.fma(b1b, c3b);
            VarHandle.loadLoadFence();
            FloatVector b2a = FloatVector.fromArray(s, b, row + 4 * l);
            FloatVector b2b = FloatVector.fromArray(s, b, row + 5 * l);
            FloatVector a8 = FloatVector.broadcast(s, a[column + 8]);
            c0a = a8.fma(b2a, c0a);
            c0b = a8.fma(b2b, c0b);
            FloatVector a9 = FloatVector.broadcast(s, a[column + 9]);
            c1a = a9.fma(b2a, c1a);
            c1b = a9.fma(b2b, c1b);
            FloatVector a10 = FloatVector.broadcast(s, a[column + 10]);
            c2a = a10.fma(b2a, c2a);
            c2b = a10.fma(b2b, c2b);
            FloatVector a11 = FloatVector.broadcast(s, a[column + 11]);
            c3a = a11.fma(b2a, c3a);
            c3b = a11.fma(b2b, c3b);
            VarHandle.loadLoadFence();
            FloatVector b3a = FloatVector.fromArray(s, b, row + 6 * l);
            FloatVector b3b = FloatVector.fromArray(s, b, row + 7 * l);
            FloatVector a12 = FloatVector.broadcast(s, a[column + 12]);
            c0a = a12.fma(b3a, c0a);
            c0b = a12.fma(b3b, c0b);
            FloatVector a13 = FloatVector.broadcast(s, a[column + 13]);
            c1a = a13.fma(b3a, c1a);
            c1b = a13.fma(b3b, c1b);
            FloatVector a14 = FloatVector.broadcast(s, a[column + 14]);
            c2a = a14.fma(b3a, c2a);
            c2b = a14.fma(b3b, c2b);
            FloatVector a15 = FloatVector.broadcast(s, a[column + 15]);
            c3a = a15.fma(b3a, c3a);
            c3b = a15.fma(b3b, c3b);
            VarHandle.loadLoadFence();
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

    private static void ones(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC) {
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
            int row = atB + k * 2 * l;
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
            VarHandle.loadLoadFence();
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
