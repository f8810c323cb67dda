package upsampling.show;

/// A bar with its name in front and its value at its end.
public record Bar(String name, double value, Ink role) {
    private static final int MOST_LETTERS = 44;

    /// @throws IllegalArgumentException unless the value is finite and the name has 1 to 44 letters
    public Bar {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("Bar: the value of '" + name + "' must be finite, but was " + value);
        if (name.isBlank() || name.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("Bar: the name must have 1 to " + MOST_LETTERS + " letters, but was '" + name + "'");
        }
    }
}
