package upsampling.backend.vector;

import java.util.concurrent.atomic.AtomicBoolean;
import jdk.incubator.vector.FloatVector;

/// Whether all numbers are finite, and far enough from the largest float that a few of them can be added.
final class Finite {
    private static final int PIECE = 1 << 16;

    private Finite() { }

    static boolean areAll(Workers workers, float[] x) {
        AtomicBoolean all = new AtomicBoolean(true);
        workers.run(Math.ceilDiv(x.length, PIECE), piece -> {
            if (all.get() && !areAll(x, piece * PIECE, Math.min(PIECE, x.length - piece * PIECE))) all.set(false);
        });
        return all.get();
    }

    /// A number times 0 is 0, but infinity and NaN times 0 are NaN, and stay in a sum. Times 64 first, so that large numbers count as infinite.
    private static boolean areAll(float[] x, int from, int count) {
        int l = Lanes.COUNT;
        FloatVector zero = FloatVector.zero(Lanes.FLOATS);
        FloatVector sum = zero;
        FloatVector other = zero; // two sums, so that neither waits for itself
        int i = 0;
        for (; i + 2 * l <= count; i += 2 * l) {
            sum = FloatVector.fromArray(Lanes.FLOATS, x, from + i).mul(64).fma(zero, sum);
            other = FloatVector.fromArray(Lanes.FLOATS, x, from + i + l).mul(64).fma(zero, other);
        }
        float rest = 0;
        for (; i < count; i++) rest += x[from + i] * 64 * 0;
        float[] lanes = new float[l];
        sum.add(other).intoArray(lanes, 0);
        for (float lane : lanes) rest += lane;
        return rest == 0;
    }
}
