package upsampling.tensor;

/// One voice for messages about bad arguments: who, what was given, what is allowed.
public final class Checks {
    private Checks() { }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless `value >= least`
    public static int atLeast(int least, String who, String name, int value) {
        if (value < least) throw new IllegalArgumentException(who + ": " + name + " must be >= " + least + ", but was " + value);
        return value;
    }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless `value` is finite and `value > bound`
    public static double above(double bound, String who, String name, double value) {
        if (!(value > bound) || Double.isInfinite(value)) { // "not >" rather than "<=", so that NaN is caught
            throw new IllegalArgumentException(who + ": " + name + " must be finite and > " + bound + ", but was " + value);
        }
        return value;
    }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless `value` is finite
    public static double finite(String who, String name, double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(who + ": " + name + " must be finite, but was " + value);
        return value;
    }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless `0 <= value < 1`
    public static double fraction(String who, String name, double value) {
        if (!(value >= 0 && value < 1)) throw new IllegalArgumentException(who + ": " + name + " must be >= 0 and < 1, but was " + value);
        return value;
    }

    /// Returns the index.
    ///
    /// @throws IllegalArgumentException unless `0 <= index < size`
    public static int index(String who, String name, int index, int size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(who + ": " + name + " must be in 0.." + (size - 1) + ", but was " + index);
        }
        return index;
    }

    /// Returns `a * b`.
    ///
    /// @throws ArithmeticException if the product does not fit an `int`
    public static int product(String who, String what, int a, int b) {
        long product = (long) a * b;
        if (product > Integer.MAX_VALUE) throw tooLarge(who, what, product, a + "*" + b);
        return (int) product;
    }

    /// Returns the error of a size that no `int` can hold; to be thrown.
    ///
    /// @param what the size, such as `output height`
    /// @param formula how it comes about, with the numbers
    public static ArithmeticException tooLarge(String who, String what, long value, String formula) {
        return new ArithmeticException("%s: %s must be at most %d, but would be %d = %s".formatted(who, what, Integer.MAX_VALUE, value, formula));
    }

    /// @throws IllegalArgumentException unless both sizes are equal
    public static void sameSize(String who, String what, int expected, int actual) {
        if (expected != actual) throw new IllegalArgumentException(who + ": " + what + " must be " + expected + ", but was " + actual);
    }

    /// @throws IllegalArgumentException unless both shapes are equal
    public static void sameShape(String who, String what, Shape expected, Shape actual) {
        if (!expected.equals(actual)) {
            throw new IllegalArgumentException(who + ": shape of " + what + " must be " + expected + ", but was " + actual);
        }
    }
}
