package upsampling.backend.vector;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Every second cell of a row that is given as two vectors `a, b`: the inverse of {@link Zip}, and as there, written out wherever it is needed.
///
/// ```
/// cells 0, 2, 4, ...     a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER)
/// cells 1, 3, 5, ...     a.rearrange(ODD).blend(b.rearrange(ODD), UPPER)
/// cells 0, 2, 4, ...     a.rearrange(EVEN).blend(b.rearrange(ODD), UPPER)        if b begins one cell before the upper half
/// ```
final class Unzip {
    static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(Lanes.FLOATS, lane -> 2 * lane % Lanes.COUNT);
    static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(Lanes.FLOATS, lane -> (2 * lane + 1) % Lanes.COUNT);
    static final VectorMask<Float> UPPER = VectorMask.fromLong(Lanes.FLOATS, -1L << Lanes.COUNT / 2 & (1L << Lanes.COUNT) - 1);

    private Unzip() { }
}
