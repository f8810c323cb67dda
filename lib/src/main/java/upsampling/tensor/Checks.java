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

    /// @throws IllegalArgumentException unless both sizes are equal
    public static void sameSize(String who, String what, int expected, int actual) {
        if (expected != actual) throw new IllegalArgumentException(who + ": " + what + " must be " + expected + ", but was " + actual);
    }
}
