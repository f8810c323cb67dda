package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Three vectors as one row in which their lanes take turns, `a0 b0 c0 a1 b1 c1 ...`, and back: tiles three cells apart.
///
/// Cell `3*j + t` of the row lies in lane `(3*j + t) mod L`. Since 3 does not divide the number of lanes, the `L` cells of one strand `t` lie in `L` different
/// lanes: so two blends collect them out of three vectors, and one permutation sorts them.
final class Thirds {
    private static final VectorShuffle<Float> TO_ROW_0 = toRow(0);
    private static final VectorShuffle<Float> TO_ROW_1 = toRow(1);
    private static final VectorShuffle<Float> TO_ROW_2 = toRow(2);
    private static final VectorShuffle<Float> FROM_ROW_0 = fromRow(0);
    private static final VectorShuffle<Float> FROM_ROW_1 = fromRow(1);
    private static final VectorShuffle<Float> FROM_ROW_2 = fromRow(2);
    // Where the cells of a strand lie in the first, second and third vector of the row.
    private static final VectorMask<Float> STRAND_1_OF_FIRST = lanes(1, 0);
    private static final VectorMask<Float> STRAND_2_OF_FIRST = lanes(2, 0);
    private static final VectorMask<Float> STRAND_0_OF_SECOND = lanes(0, 1);
    private static final VectorMask<Float> STRAND_1_OF_SECOND = lanes(1, 1);
    private static final VectorMask<Float> STRAND_2_OF_SECOND = lanes(2, 1);
    private static final VectorMask<Float> STRAND_0_OF_THIRD = lanes(0, 2);
    private static final VectorMask<Float> STRAND_1_OF_THIRD = lanes(1, 2);
    private static final VectorMask<Float> STRAND_2_OF_THIRD = lanes(2, 2);

    private Thirds() { }

    private static VectorShuffle<Float> fromRow(int strand) {
        return VectorShuffle.fromOp(Lanes.FLOATS, j -> (3 * j + strand) % Lanes.COUNT);
    }

    private static VectorShuffle<Float> toRow(int strand) {
        int[] lane = new int[Lanes.COUNT];
        for (int j = 0; j < Lanes.COUNT; j++) lane[(3 * j + strand) % Lanes.COUNT] = j;
        return VectorShuffle.fromArray(Lanes.FLOATS, lane, 0);
    }

    private static VectorMask<Float> lanes(int strand, int vector) {
        boolean[] isOfStrand = new boolean[Lanes.COUNT];
        for (int lane = 0; lane < Lanes.COUNT; lane++) isOfStrand[lane] = (vector * Lanes.COUNT + lane) % 3 == strand;
        return VectorMask.fromArray(Lanes.FLOATS, isOfStrand, 0);
    }

    /// Writes three vectors of a row.
    static void zip(FloatVector a, FloatVector b, FloatVector c, float[] y, int at) {
        FloatVector as = a.rearrange(TO_ROW_0);
        FloatVector bs = b.rearrange(TO_ROW_1);
        FloatVector cs = c.rearrange(TO_ROW_2);
        as.blend(bs, STRAND_1_OF_FIRST).blend(cs, STRAND_2_OF_FIRST).intoArray(y, at);
        as.blend(bs, STRAND_1_OF_SECOND).blend(cs, STRAND_2_OF_SECOND).intoArray(y, at + Lanes.COUNT);
        as.blend(bs, STRAND_1_OF_THIRD).blend(cs, STRAND_2_OF_THIRD).intoArray(y, at + 2 * Lanes.COUNT);
    }

    /// Returns the cells 0, 3, 6, ... of the row `a, b, c`.
    static FloatVector first(FloatVector a, FloatVector b, FloatVector c) {
        return a.blend(b, STRAND_0_OF_SECOND).blend(c, STRAND_0_OF_THIRD).rearrange(FROM_ROW_0);
    }

    /// Returns the cells 1, 4, 7, ... of the row.
    static FloatVector second(FloatVector a, FloatVector b, FloatVector c) {
        return a.blend(b, STRAND_1_OF_SECOND).blend(c, STRAND_1_OF_THIRD).rearrange(FROM_ROW_1);
    }

    /// Returns the cells 2, 5, 8, ... of the row.
    static FloatVector third(FloatVector a, FloatVector b, FloatVector c) {
        return a.blend(b, STRAND_2_OF_SECOND).blend(c, STRAND_2_OF_THIRD).rearrange(FROM_ROW_2);
    }
}
