package upsampling.grader.engine;

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
        int first = -1;
        int count = 0;
        for (int i = 0; i < expected.length; i++) {
            if (same(expected[i], actual[i], tolerance)) continue;
            if (first < 0) first = i;
            count++;
        }
        if (first < 0) return;
        int plane = first / (shape.h() * shape.w());
        int inside = first % (shape.h() * shape.w());
        int[] at = {plane / shape.c(), plane % shape.c(), inside / shape.w(), inside % shape.w()};
        String message = "%sat [%d, %d, %d, %d] expected %s, but was %s%s; %d of %d differ".formatted(Text.label(what), at[0], at[1], at[2], at[3],
            Text.number(expected[first]), Text.number(actual[first]), tolerance == 0 ? "" : " (tolerance " + Text.number(tolerance) + ")", count,
            expected.length);
        Outcome outcome = Outcome.values(what, new int[] {shape.n(), shape.c(), shape.h(), shape.w()}, actual);
        Planes planes = new Planes(what, where(shape, at[0], at[1]), at[0], at[1], rows(shape, expected, plane), rows(shape, actual, plane));
        throw new PartFailure(message, Text.number(expected[first]), Text.number(actual[first]), outcome, planes);
    }

    /// Returns `in channel 1`, `in image 1` or `in image 1, channel 0`: only what there are several of is said.
    private static String where(Shape shape, int n, int c) {
        if (shape.planes() == 1) return "";
        if (shape.n() == 1) return "in channel " + c;
        return "in image " + n + (shape.c() == 1 ? "" : ", channel " + c);
    }

    /// Whether two numbers are equal within a tolerance. NaN equals NaN only; written so that a comparison with NaN fails. Equal infinities are equal, and so are 0.0 and -0.0.
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
