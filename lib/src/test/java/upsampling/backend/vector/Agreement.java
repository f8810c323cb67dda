package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What the tests of the fast kernels share: seeded inputs, memory that shows what was not written, and comparison with the plain twin.
final class Agreement {
    /// Half the distance from 1 to the next float.
    private static final double UNIT = 0x1p-24;

    /// All threads, and one: a result must not depend on them.
    static final Workers ALL = Workers.all();
    static final Workers ONE = new Workers(1);

    private Agreement() { }

    /// Returns numbers of both signs.
    static Tensor drawn(SplittableRandom random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) tensor.data()[i] = (float) random.nextDouble(-1, 1);
        return tensor;
    }

    /// Returns numbers among which one of ten is NaN, infinite, the smallest there is, a zero or a negative zero.
    static Tensor special(SplittableRandom random, Shape shape) {
        float[] strange = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE, 0f, -0f};
        Tensor tensor = drawn(random, shape);
        for (int i = 0; i < tensor.data().length; i++) {
            if (random.nextInt(10) == 0) tensor.data()[i] = strange[random.nextInt(strange.length)];
        }
        return tensor;
    }

    /// Returns a tensor full of NaN: a value that a kernel forgets stays NaN.
    static Tensor unwritten(Shape shape) {
        return Tensor.full(shape, Float.NaN);
    }

    static Tensor absolute(Tensor x) {
        Tensor result = Tensor.zeros(x.shape());
        for (int i = 0; i < x.data().length; i++) result.data()[i] = Math.abs(x.data()[i]);
        return result;
    }

    /// Returns a size around the width of a vector, where the tails are.
    static int size(SplittableRandom random, int most) {
        return random.nextInt(3) == 0 ? random.nextInt(1, Math.min(most, 5) + 1) : random.nextInt(1, most + 1);
    }

    /// Compares with the bound of a float sum, `4 u sqrt(K) * (the sum of the absolute products)`. NaN and infinities must be the same.
    ///
    /// @param bound the plain twin's result of absolute values
    static void assertSums(String what, Tensor expected, Tensor actual, Tensor bound, double terms) {
        for (int i = 0; i < expected.data().length; i++) {
            float e = expected.data()[i];
            float a = actual.data()[i];
            double tolerance = 4 * UNIT * Math.sqrt(terms) * bound.data()[i] + 4 * Float.MIN_VALUE;
            boolean same = e == a || Float.isNaN(e) && Float.isNaN(a) || Math.abs((double) e - a) <= tolerance && !Float.isInfinite(e);
            if (!same) assertEquals(e, a, (float) tolerance, what + " at " + i + " of " + expected.shape());
        }
    }

    /// @throws AssertionError unless both hold the same numbers; NaN equals NaN and +0 equals -0
    static void assertSame(String what, Tensor expected, Tensor actual) {
        for (int i = 0; i < expected.data().length; i++) {
            float e = expected.data()[i];
            float a = actual.data()[i];
            if (e != a && !(Float.isNaN(e) && Float.isNaN(a))) assertEquals(e, a, what + " at " + i + " of " + expected.shape());
        }
    }

    /// @throws AssertionError unless both hold the same bits
    static void assertIdentical(String what, Tensor expected, Tensor actual) {
        for (int i = 0; i < expected.data().length; i++) {
            assertEquals(Float.floatToIntBits(expected.data()[i]), Float.floatToIntBits(actual.data()[i]), what + " at " + i + " of " + expected.shape());
        }
    }
}
