package upsampling.op;

import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Compares tensors and says where they differ.
public final class Close {
    /// Half the distance from 1 to the next float.
    private static final double FLOAT_UNIT = 0x1p-24;

    private Close() { }

    /// @throws AssertionError unless both have the same values; -0.0 equals 0.0 and NaN equals NaN
    public static void assertSame(String what, DoubleTensor expected, DoubleTensor actual) {
        assertWithin(what, expected, actual, DoubleTensor.zeros(expected.shape()));
    }

    /// @throws AssertionError unless the values agree to `tolerance` times the largest of both and 1
    public static void assertNear(String what, DoubleTensor expected, DoubleTensor actual, double tolerance) {
        DoubleTensor tolerances = DoubleTensor.zeros(expected.shape());
        for (int i = 0; i < tolerances.data().length; i++) {
            tolerances.data()[i] = tolerance * Math.max(1, Math.abs(expected.data()[i]));
        }
        assertWithin(what, expected, actual, tolerances);
    }

    /// The bound of a float sum of `terms` products: `4 * u * sqrt(K) * (the same sum of absolute products)`.
    ///
    /// @param absolute the reference run on absolute values
    public static void assertFloat(String what, DoubleTensor expected, Tensor actual, DoubleTensor absolute, int terms) {
        DoubleTensor tolerances = DoubleTensor.zeros(expected.shape());
        for (int i = 0; i < tolerances.data().length; i++) {
            tolerances.data()[i] = 4 * FLOAT_UNIT * Math.sqrt(terms) * absolute.data()[i];
        }
        assertWithin(what, expected, DoubleTensor.of(actual), tolerances);
    }

    /// A sum that ran in double and was rounded to float once: off by half a float unit, and by what double sums in another order differ.
    public static void assertRoundedOnce(String what, DoubleTensor exact, Tensor actual) {
        DoubleTensor tolerances = DoubleTensor.zeros(exact.shape());
        for (int i = 0; i < tolerances.data().length; i++) tolerances.data()[i] = Math.ulp((float) exact.data()[i]) / 2 + 1e-14;
        assertWithin(what, exact, DoubleTensor.of(actual), tolerances);
    }

    private static void assertWithin(String what, DoubleTensor expected, DoubleTensor actual, DoubleTensor tolerances) {
        Shape shape = expected.shape();
        if (!shape.equals(actual.shape())) throw new AssertionError(what + ": expected shape " + shape + ", but was " + actual.shape());
        int first = -1;
        int different = 0;
        for (int i = 0; i < shape.size(); i++) {
            double e = expected.data()[i];
            double a = actual.data()[i];
            boolean same = e == a || Double.isNaN(e) && Double.isNaN(a) || Math.abs(e - a) <= tolerances.data()[i];
            if (same) continue;
            if (first < 0) first = i;
            different++;
        }
        if (first < 0) return;
        throw new AssertionError("%s: at %s expected %s, but was %s (tolerance %.1e); %d of %d differ".formatted(what, shape.place(first),
                expected.data()[first], actual.data()[first], tolerances.data()[first], different, shape.size()));
    }

    public static DoubleTensor absolute(DoubleTensor x) {
        DoubleTensor result = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = Math.abs(x.data()[i]);
        }
        return result;
    }
}
