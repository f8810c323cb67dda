package upsampling.show;

import java.util.function.DoubleUnaryOperator;

/// A curve, or marks, with its name, which is written beside it instead of in a legend.
///
/// ```
/// Curve.of("loss", Ink.PLAIN, steps, losses)                                   a line through points
/// Curve.sampled("hat", Ink.KERNEL, -2, 2, t -> Math.max(0, 1 - Math.abs(t)))   a function
/// Curve.staircase("nearest", Ink.OUTPUT, edges, values)                        constant between edges
/// Curve.dots("output", Ink.OUTPUT, positions, values)                          samples; stems(...) also draws a line from 0
/// ```
/// @param name what the curve is; not empty
/// @param role its colour
/// @param x ascending positions, at least two
/// @param y a value for each; `NaN` interrupts the curve
/// @param labelAt the point that the name stands at; -1: behind the last point
/// @param place where the name stands from there
/// @param style line or marks
public record Curve(String name, Ink role, double[] x, double[] y, int labelAt, Place place, Style style) {
    static final int BEHIND = -1;
    private static final int SAMPLES = 481;

    /// How a curve is drawn. Marks differ in shape, so that they are told apart without their colours.
    public enum Style {
        /// A line through all points.
        LINE,
        /// The same with dashes: a baseline.
        DASHES,
        /// A round mark at each point.
        DOTS,
        /// A square mark at each point, on a line from 0: samples of a signal.
        STEMS;

        boolean isMarks() {
            return this == DOTS || this == STEMS;
        }
    }

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
        return new Curve(name, role, x, y, BEHIND, Place.RIGHT, Style.LINE);
    }

    /// Returns a function between two positions; 481 values are computed, so the whole and half ones of a small range are among them.
    ///
    /// @throws IllegalArgumentException unless `from < to`
    public static Curve sampled(String name, Ink role, double from, double to, DoubleUnaryOperator function) {
        if (!(from < to)) throw new IllegalArgumentException("Curve: '%s' goes from %s to %s; from < to is needed".formatted(name, from, to));
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = from + i * (to - from) / (SAMPLES - 1);
            y[i] = function.applyAsDouble(x[i]);
        }
        return of(name, role, x, y);
    }

    /// Returns a function that is constant between edges.
    ///
    /// @param edges ascending, one more than values
    /// @throws IllegalArgumentException unless there is a value and one edge more
    public static Curve staircase(String name, Ink role, double[] edges, double[] values) {
        if (values.length == 0 || edges.length != values.length + 1) {
            throw new IllegalArgumentException("Curve: '%s' has %d values and %d edges; at least one value and one edge more than values are needed"
                .formatted(name, values.length, edges.length));
        }
        double[] x = new double[2 * values.length];
        double[] y = new double[x.length];
        for (int i = 0; i < values.length; i++) {
            x[2 * i] = edges[i];
            x[2 * i + 1] = edges[i + 1];
            y[2 * i] = values[i];
            y[2 * i + 1] = values[i];
        }
        return of(name, role, x, y);
    }

    /// Returns round marks: samples that were computed.
    public static Curve dots(String name, Ink role, double[] x, double[] y) {
        return new Curve(name, role, x, y, BEHIND, Place.RIGHT, Style.DOTS);
    }

    /// Returns square marks on lines from 0: samples that were given.
    public static Curve stems(String name, Ink role, double[] x, double[] y) {
        return new Curve(name, role, x, y, BEHIND, Place.RIGHT, Style.STEMS);
    }

    /// Returns this curve with its name at one of its points.
    public Curve labelAt(int point, Place where) {
        return new Curve(name, role, x, y, point, where, style);
    }

    /// Returns this curve with dashes: a baseline.
    public Curve asBaseline() {
        return new Curve(name, role, x, y, labelAt, place, Style.DASHES);
    }

    void digest(ValueDigest d) {
        d.text(name).text(role.name()).values(x).values(y).counts(labelAt, place.ordinal(), style.ordinal());
    }
}
