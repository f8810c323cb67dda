package upsampling.show;

/// A curve with its name, which is written beside it instead of in a legend.
///
/// @param name what the curve is; not empty
/// @param role its colour
/// @param x ascending positions, at least two
/// @param y a value for each; `NaN` interrupts the curve
/// @param labelAt the point that the name stands at; -1: behind the last point
/// @param place where the name stands from there
/// @param dashed whether this is a baseline
public record Curve(String name, Ink role, double[] x, double[] y, int labelAt, Place place, boolean dashed) {
    static final int BEHIND = -1;

    /// @throws IllegalArgumentException unless there are as many values as positions, at least two, and the name stands at one of them
    public Curve {
        if (x.length < 2 || x.length != y.length) {
            throw new IllegalArgumentException("Curve: '%s' has %d positions and %d values; both must be equal and >= 2"
                .formatted(name, x.length, y.length));
        }
        if (labelAt < BEHIND || labelAt >= x.length) {
            throw new IllegalArgumentException("Curve: the name of '%s' must stand at a point 0 to %d, but was %d"
                .formatted(name, x.length - 1, labelAt));
        }
        x = x.clone();
        y = y.clone();
    }

    /// Returns a solid curve whose name stands behind its last point.
    public static Curve of(String name, Ink role, double[] x, double[] y) {
        return new Curve(name, role, x, y, BEHIND, Place.RIGHT, false);
    }

    /// Returns this curve with its name at one of its points.
    public Curve labelAt(int point, Place where) {
        return new Curve(name, role, x, y, point, where, dashed);
    }

    /// Returns this curve with dashes: a baseline.
    public Curve asBaseline() {
        return new Curve(name, role, x, y, labelAt, place, true);
    }

    void digest(ValueDigest d) {
        d.text(name).text(role.name()).values(x).values(y).counts(labelAt, place.ordinal(), dashed ? 1 : 0);
    }
}
