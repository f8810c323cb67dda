package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Every second cell of a row, given as two vectors: the inverse of {@link Zip}.
final class Unzip {
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(Lanes.FLOATS, lane -> 2 * lane % Lanes.COUNT);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(Lanes.FLOATS, lane -> (2 * lane + 1) % Lanes.COUNT);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(Lanes.FLOATS, -1L << Lanes.COUNT / 2 & (1L << Lanes.COUNT) - 1);

    private Unzip() { }

    /// Returns the cells 0, 2, 4, ... of the row `a, b`.
    static FloatVector even(FloatVector a, FloatVector b) {
        return a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER);
    }

    /// Returns the cells 1, 3, 5, ... of the row `a, b`.
    static FloatVector odd(FloatVector a, FloatVector b) {
        return a.rearrange(ODD).blend(b.rearrange(ODD), UPPER);
    }

    /// Returns the even cells of `a`, which is the lower half of a row, and the odd ones of `b`, which begins one cell before the upper half.
    static FloatVector evenThenOdd(FloatVector a, FloatVector b) {
        return a.rearrange(EVEN).blend(b.rearrange(ODD), UPPER);
    }
}
