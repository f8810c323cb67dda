package upsampling.grader.engine;

import java.util.function.IntFunction;

import upsampling.grader.result.Outcome;
import upsampling.grader.result.Planes;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Where two results differ, as the message, the observation and the picture of a failed part.
public final class Differences {
    private Differences() { }

    /// Returns the failure for two shapes that differ.
    public static PartFailure shapes(String what, Tensor expected, Tensor actual) {
        Shape is = actual.shape();
        String message = Text.label(what) + "expected the shape " + expected.shape() + ", but was " + is;
        boolean drawn = is.h() != expected.shape().h() || is.w() != expected.shape().w(); // with equal planes a picture would show no difference
        Planes planes = drawn ? new Planes(what, "", 0, 0, expected.plane(0, 0), actual.plane(0, 0)) : null;
        return new PartFailure(message, "shape " + expected.shape(), "shape " + is, Outcome.shape(what, is.n(), is.c(), is.h(), is.w()), planes);
    }

    /// Compares elements of equal shapes.
    ///
    /// @throws PartFailure if one differs by more than the tolerance, or one of the two is NaN
    public static void values(String what, Shape shape, double[] expected, double[] actual, double tolerance) {
        values(what, shape, expected, actual, tolerance, shape::place);
    }

    /// Compares rows of equal lengths, whose elements are named as in Java: `[2]` in a single row, `[2][0]` in a matrix.
    ///
    /// @throws PartFailure if one differs by more than the tolerance, or one of the two is NaN
    public static void elements(String what, double[][] expected, double[][] actual, double tolerance, boolean isMatrix) {
        Shape shape = Shape.plane(expected.length, expected[0].length);
        values(what, shape, flat(expected), flat(actual), tolerance, i -> (isMatrix ? "[" + i / shape.w() + "]" : "") + "[" + i % shape.w() + "]");
    }

    private static double[] flat(double[][] rows) {
        double[] values = new double[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) System.arraycopy(rows[row], 0, values, row * rows[0].length, rows[0].length);
        return values;
    }

    private static void values(String what, Shape shape, double[] expected, double[] actual, double tolerance, IntFunction<String> place) {
        int first = -1;
        int count = 0;
        for (int i = 0; i < expected.length; i++) {
            if (same(expected[i], actual[i], tolerance)) continue;
            if (first < 0) first = i;
            count++;
        }
        if (first < 0) return;
        int plane = first / shape.planeSize();
        int n = plane / shape.c();
        int c = plane % shape.c();
        String message = "%sat %s expected %s, but was %s%s; %d of %d differ".formatted(Text.label(what), place.apply(first),
            Text.number(expected[first]), Text.wrong(expected[first], actual[first]), tolerance == 0 ? "" : " (tolerance " + Text.number(tolerance) + ")", count, expected.length);
        Outcome outcome = Outcome.values(what, new int[] {shape.n(), shape.c(), shape.h(), shape.w()}, actual);
        Planes planes = new Planes(what, where(shape, n, c), n, c, rows(shape, expected, plane), rows(shape, actual, plane));
        throw new PartFailure(message, Text.number(expected[first]), Text.wrong(expected[first], actual[first]), outcome, planes);
    }

    /// Returns `in channel 1`, `in image 1` or `in image 1, channel 0`: only what there are several of is said.
    private static String where(Shape shape, int n, int c) {
        if (shape.planes() == 1) return "";
        if (shape.n() == 1) return "in channel " + c;
        return "in image " + n + (shape.c() == 1 ? "" : ", channel " + c);
    }

    /// Whether two numbers are equal within a tolerance. NaN equals NaN only; written so that a comparison with NaN fails. Equal infinities are
    /// equal, and so are 0.0 and -0.0.
    public static boolean same(double expected, double actual, double tolerance) {
        if (Double.isNaN(expected)) return Double.isNaN(actual);
        return expected == actual || Math.abs(expected - actual) <= tolerance;
    }

    private static double[][] rows(Shape shape, double[] values, int plane) {
        double[][] rows = new double[shape.h()][shape.w()];
        for (int h = 0; h < shape.h(); h++) {
            System.arraycopy(values, (plane * shape.h() + h) * shape.w(), rows[h], 0, shape.w());
        }
        return rows;
    }
}
