package upsampling.backend.vector;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Two vectors as one row in which their lanes take turns, `a0 b0 a1 b1 ...`: what an enlargement by 2 and a pixel shuffle write.
///
/// ```
/// first half      a.rearrange(LOW).blend(b.rearrange(LOW), ODD)
/// second half     a.rearrange(HIGH).blend(b.rearrange(HIGH), ODD)
/// ```
/// Two permutations and a blend per vector: on processors without a permutation of two sources (before AVX-512) that is faster than `selectFrom`, and
/// on the others as fast. It is written out wherever it is needed: a method that takes or returns vectors makes objects of them in every program in which the
/// compiler leaves its call alone, as it does where its counts call it rare.
final class Zip {
    static final VectorShuffle<Float> LOW = VectorShuffle.fromOp(Lanes.FLOATS, lane -> lane / 2);
    static final VectorShuffle<Float> HIGH = VectorShuffle.fromOp(Lanes.FLOATS, lane -> (Lanes.COUNT + lane) / 2);
    static final VectorMask<Float> ODD = VectorMask.fromLong(Lanes.FLOATS, 0xAAAA_AAAA_AAAA_AAAAL >>> -Lanes.COUNT);

    private Zip() { }
}
