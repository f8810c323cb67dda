package upsampling.show;

/// A bar with its name in front and its value at its end, and how far the value spreads.
///
/// ```
/// new Bar("bicubic", .2306, Ink.OUTPUT)                          a value
/// new Bar("bicubic", .2306, Ink.OUTPUT).withSpread(.0042)        .2306 ± .0042, such as a mean with its standard error
/// new Bar("bicubic", .2306, Ink.OUTPUT).withRange(.19, .28)      .2306, and all values lie from .19 to .28
/// Bar.ofMean("bicubic", Ink.OUTPUT, errors)                      the mean of several values with its standard error
/// ```
/// The caption says what a spread is: "20 fields, standard error".
///
/// @param name what the bar stands for, 1 to 44 letters
/// @param value how long it is; finite
/// @param below how far the spread reaches to smaller values, >= 0
/// @param above how far the spread reaches to larger values, >= 0; 0 on both sides: no spread is drawn
/// @param role its colour
public record Bar(String name, double value, double below, double above, Ink role) {
    private static final int MOST_LETTERS = 44;

    /// @throws IllegalArgumentException unless the value is finite, the name has 1 to 44 letters, and the spread is finite and not negative
    public Bar {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("Bar: the value of '" + name + "' must be finite, but was " + value);
        if (name.isBlank() || name.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("Bar: the name must have 1 to " + MOST_LETTERS + " letters, but was '" + name + "'");
        }
        if (!(below >= 0 && below < Double.POSITIVE_INFINITY && above >= 0 && above < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(("Bar: the spread of '%s' must be finite and >= 0 on both sides, but reaches from %s - %s to %s + %s")
                .formatted(name, value, below, value, above));
        }
    }

    /// A bar without a spread.
    ///
    /// @throws IllegalArgumentException unless the value is finite and the name has 1 to 44 letters
    public Bar(String name, double value, Ink role) {
        this(name, value, 0, 0, role);
    }

    /// Returns the mean of values that were measured independently, with its standard error:
    ///
    /// ```
    /// spread = s / sqrt(n),   s^2 = sum (v - mean)^2 / (n - 1)
    /// ```
    /// @throws IllegalArgumentException unless there are at least two values, all finite
    public static Bar ofMean(String name, Ink role, double... values) {
        int n = values.length;
        if (n < 2) throw new IllegalArgumentException("Bar: a standard error needs at least 2 values, but '" + name + "' has " + n);
        double mean = 0;
        for (double v : values) mean += v / n;
        double squares = 0;
        for (double v : values) squares += (v - mean) * (v - mean);
        return new Bar(name, mean, role).withSpread(Math.sqrt(squares / (n - 1) / n));
    }

    /// Returns this bar with the same spread on both sides, such as a standard error.
    ///
    /// @throws IllegalArgumentException unless the spread is finite and not negative
    public Bar withSpread(double spread) {
        return new Bar(name, value, spread, spread, role);
    }

    /// Returns this bar with a spread between two values, such as the least and the largest that were measured.
    ///
    /// @throws IllegalArgumentException unless the range is finite and holds the value
    public Bar withRange(double least, double most) {
        if (!(least <= value && value <= most)) {
            throw new IllegalArgumentException("Bar: the value %s of '%s' must lie in its range, but that goes from %s to %s".formatted(value, name, least, most));
        }
        return new Bar(name, value, value - least, most - value, role);
    }

    /// Returns the smaller end of the spread.
    double least() {
        return value - below;
    }

    /// Returns the larger end of the spread.
    double most() {
        return value + above;
    }

    boolean hasSpread() {
        return below > 0 || above > 0;
    }
}
