package upsampling.show;

/// A dot in a chart of two quantities, with its name beside it and how far both values spread.
///
/// ```
/// Mark.of("bicubic", Ink.OUTPUT, .02, .21)                              a dot
/// Mark.of("bicubic", Ink.OUTPUT, .02, .21).withSpread(.001, .01)        .02 ± .001 across, .21 ± .01 up
/// Mark.ofMeans("bicubic", Ink.OUTPUT, patterns, errors)                 the means of two samples with their standard errors
/// ```
/// The caption says what a spread is: "20 fields, standard error".
///
/// @param name what the dot stands for; not empty
/// @param role its colour
/// @param x position; finite
/// @param y value; finite
/// @param acrossSpread how far the spread reaches to the left and to the right, >= 0; 0: none is drawn
/// @param upSpread how far the spread reaches up and down, >= 0; 0: none is drawn
/// @param place where the name stands from the dot
public record Mark(String name, Ink role, double x, double y, double acrossSpread, double upSpread, Place place) {

    /// @throws IllegalArgumentException unless there is a name, both values are finite, and both spreads are finite and not negative
    public Mark {
        boolean isSpread = acrossSpread >= 0 && acrossSpread < Double.POSITIVE_INFINITY && upSpread >= 0 && upSpread < Double.POSITIVE_INFINITY;
        if (name.isEmpty() || !Double.isFinite(x) || !Double.isFinite(y) || !isSpread) {
            throw new IllegalArgumentException(("Mark: '%s' at (%s, %s) has the spreads %s and %s; needed are a name, finite values "
                + "and finite spreads >= 0").formatted(name, x, y, acrossSpread, upSpread));
        }
    }

    /// Returns a dot without a spread, its name on the right.
    ///
    /// @throws IllegalArgumentException unless there is a name and both values are finite
    public static Mark of(String name, Ink role, double x, double y) {
        return new Mark(name, role, x, y, 0, 0, Place.RIGHT);
    }

    /// Returns the means of two samples with their standard errors, as {@link Bar#ofMean}.
    ///
    /// @throws IllegalArgumentException unless there is a name, and both samples have at least two values, all finite
    public static Mark ofMeans(String name, Ink role, double[] x, double[] y) {
        Bar across = Bar.ofMean(name, role, x);
        Bar up = Bar.ofMean(name, role, y);
        return of(name, role, across.value(), up.value()).withSpread(across.above(), up.above());
    }

    /// Returns this dot with other spreads.
    ///
    /// @throws IllegalArgumentException unless both are finite and >= 0
    public Mark withSpread(double across, double up) {
        return new Mark(name, role, x, y, across, up, place);
    }

    /// Returns this dot with its name elsewhere.
    public Mark nameAt(Place where) {
        return new Mark(name, role, x, y, acrossSpread, upSpread, where);
    }

    void digest(ValueDigest d) {
        d.text(name).text(role.name()).values(new double[] {x, y, acrossSpread, upSpread}).counts(place.ordinal());
    }
}
