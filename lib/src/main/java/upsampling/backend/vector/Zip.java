package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Two vectors as one row in which their lanes take turns, `a0 b0 a1 b1 ...`: what an enlargement by 2 and a pixel shuffle write.
///
/// Two permutations and a blend per vector: on processors without a permutation of two sources (before AVX-512) that is faster than `selectFrom`, and
/// on the others as fast.
final class Zip {
    private static final VectorShuffle<Float> LOW = VectorShuffle.fromOp(Lanes.FLOATS, lane -> lane / 2);
    private static final VectorShuffle<Float> HIGH = VectorShuffle.fromOp(Lanes.FLOATS, lane -> (Lanes.COUNT + lane) / 2);
    private static final VectorMask<Float> ODD = VectorMask.fromLong(Lanes.FLOATS, 0xAAAA_AAAA_AAAA_AAAAL >>> -Lanes.COUNT);

    private Zip() { }

    /// Returns the first half of the row.
    static FloatVector low(FloatVector a, FloatVector b) {
        return a.rearrange(LOW).blend(b.rearrange(LOW), ODD);
    }

    /// Returns the second half of the row.
    static FloatVector high(FloatVector a, FloatVector b) {
        return a.rearrange(HIGH).blend(b.rearrange(HIGH), ODD);
    }

    /// Returns `a0 a0 a1 a1 ...`, the first half.
    static FloatVector low(FloatVector a) {
        return a.rearrange(LOW);
    }

    /// Returns the second half.
    static FloatVector high(FloatVector a) {
        return a.rearrange(HIGH);
    }
}
