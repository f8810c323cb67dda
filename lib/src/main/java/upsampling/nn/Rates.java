package upsampling.nn;

/// What optimisers check in the same words.
final class Rates {
    private Rates() { }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless `0 <= value < 1`
    static double fraction(String who, String name, double value) {
        if (!(value >= 0 && value < 1)) throw new IllegalArgumentException(who + ": " + name + " must be >= 0 and < 1, but was " + value);
        return value;
    }

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException unless the value is finite and `value >= 0`
    static double atLeastZero(String who, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) throw new IllegalArgumentException(who + ": " + name + " must be >= 0, but was " + value);
        return value;
    }
}
