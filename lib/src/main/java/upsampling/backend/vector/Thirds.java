package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

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

    /// Writes three rows of `n` cells, a multiple of the vector, into one.
    static void zip(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + i).rearrange(TO_ROW_0);
            FloatVector b = FloatVector.fromArray(s, x, at + distance + i).rearrange(TO_ROW_1);
            FloatVector c = FloatVector.fromArray(s, x, at + 2 * distance + i).rearrange(TO_ROW_2);
            int to = atY + 3 * i;
            a.blend(b, STRAND_1_OF_FIRST).blend(c, STRAND_2_OF_FIRST).intoArray(y, to);
            a.blend(b, STRAND_1_OF_SECOND).blend(c, STRAND_2_OF_SECOND).intoArray(y, to + Lanes.COUNT);
            a.blend(b, STRAND_1_OF_THIRD).blend(c, STRAND_2_OF_THIRD).intoArray(y, to + 2 * Lanes.COUNT);
        }
    }

    /// Writes a row into three rows of `n` cells, a multiple of the vector.
    static void unzip(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int from = at + 3 * i;
            FloatVector a = FloatVector.fromArray(s, x, from);
            FloatVector b = FloatVector.fromArray(s, x, from + Lanes.COUNT);
            FloatVector c = FloatVector.fromArray(s, x, from + 2 * Lanes.COUNT);
            a.blend(b, STRAND_0_OF_SECOND).blend(c, STRAND_0_OF_THIRD).rearrange(FROM_ROW_0).intoArray(y, atY + i);
            a.blend(b, STRAND_1_OF_SECOND).blend(c, STRAND_1_OF_THIRD).rearrange(FROM_ROW_1).intoArray(y, atY + distance + i);
            a.blend(b, STRAND_2_OF_SECOND).blend(c, STRAND_2_OF_THIRD).rearrange(FROM_ROW_2).intoArray(y, atY + 2 * distance + i);
        }
    }
}
