package upsampling.grader;

import java.util.Arrays;

import upsampling.grader.engine.AnswerThrew;
import upsampling.grader.engine.Differences;
import upsampling.grader.engine.PartFailure;
import upsampling.grader.engine.Text;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.Planes;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Comparisons for graded tests: the shape before the values, expected before actual, and NaN never equals a number.
///
/// A failing comparison says where it differs first, as `at [n, c, y, x]`, both values, and how many differ. It never calls `equals` or
/// `toString` of the answer's objects.
public final class Expect {
    private Expect() { }

    /// Checks that a result is there.
    public static void present(String what, Object actual) {
        if (actual != null) return;
        throw new PartFailure(Text.label(what) + "expected a result, but was null", "a result", "null", Outcome.other(what, "null"), null);
    }

    /// Checks every element; NaN is expected where the expected tensor has NaN.
    ///
    /// @param what which result of the task, such as `values`; empty if there is only one
    /// @param tolerance the largest allowed absolute difference, >= 0; 0 for values that are only copied
    public static void tensor(String what, Tensor expected, Tensor actual, double tolerance) {
        present(what, actual);
        if (!expected.shape().equals(actual.shape())) {
            throw Differences.shapes(what, expected, actual);
        }
        Differences.values(what, expected.shape(), widen(expected.toArray()), widen(actual.toArray()), tolerance);
    }

    /// Checks the shape alone.
    public static void shape(String what, Shape expected, Tensor actual) {
        present(what, actual);
        Shape is = actual.shape();
        if (expected.equals(is)) return;
        String message = Text.label(what) + "expected the shape " + expected + ", but was " + is;
        throw new PartFailure(message, "shape " + expected, "shape " + is, Outcome.shape(what, is.n(), is.c(), is.h(), is.w()), null);
    }

    /// Checks whole numbers that stand for positions of a tensor, such as the indices of a pooling.
    ///
    /// @param shape the positions the numbers stand for, in row-major order
    public static void indices(String what, Shape shape, int[] expected, int[] actual) {
        present(what, actual);
        if (expected.length != actual.length) {
            String message = Text.label(what) + "expected " + expected.length + " numbers, one for each element of " + shape
                + ", but was " + actual.length;
            throw new PartFailure(message, expected.length + " numbers", actual.length + " numbers", Outcome.shape(what, actual.length), null);
        }
        Differences.values(what, shape, widen(expected), widen(actual), 0);
    }

    /// Checks one whole number.
    public static void number(String what, long expected, long actual) {
        if (expected == actual) return;
        String message = Text.label(what) + "expected " + expected + ", but was " + actual;
        Outcome outcome = Outcome.values(what, new int[0], new double[] {actual});
        throw new PartFailure(message, Long.toString(expected), Long.toString(actual), outcome, null);
    }

    /// Checks one number; NaN is expected where the expected number is NaN.
    ///
    /// @param tolerance the largest allowed absolute difference, >= 0
    public static void real(String what, double expected, double actual, double tolerance) {
        if (Differences.same(expected, actual, tolerance)) return;
        String message = Text.label(what) + "expected " + Text.number(expected) + ", but was " + Text.wrong(expected, actual);
        Outcome outcome = Outcome.values(what, new int[0], new double[] {actual});
        throw new PartFailure(message, Text.number(expected), Text.wrong(expected, actual), outcome, null);
    }

    /// Checks a row of whole numbers, such as counts; for positions of a tensor there is {@link #indices}.
    public static void counts(String what, int[] expected, int[] actual) {
        present(what, actual);
        reals(what, widen(expected), widen(actual), 0);
    }

    /// Checks a row of numbers.
    ///
    /// @param tolerance the largest allowed absolute difference, >= 0
    public static void reals(String what, double[] expected, double[] actual, double tolerance) {
        present(what, actual);
        if (expected.length != actual.length) {
            String message = Text.label(what) + "expected " + expected.length + " numbers, but was " + actual.length;
            throw new PartFailure(message, expected.length + " numbers", actual.length + " numbers", Outcome.shape(what, actual.length), null);
        }
        Differences.elements(what, new double[][] {expected}, new double[][] {actual}, tolerance, false);
    }

    /// Checks a matrix: first that it has the right number of rows and all of them the right length, then every entry.
    ///
    /// @param expected rows of equal length, at least one
    /// @param tolerance the largest allowed absolute difference, >= 0
    public static void matrix(String what, double[][] expected, double[][] actual, double tolerance) {
        present(what, actual);
        int columns = expected[0].length;
        int given = columns(actual);
        if (actual.length == expected.length && given == columns) {
            Differences.elements(what, expected, actual, tolerance, true);
            return;
        }
        String right = size(expected.length, columns);
        String wrong = given < 0 ? "a matrix whose rows are not all of one length" : size(actual.length, given);
        Planes planes = given < 1 ? null : new Planes(what, "", 0, 0, expected, actual);
        throw new PartFailure(Text.label(what) + "expected " + right + ", but was " + wrong, right, wrong, Outcome.shape(what, actual.length, given), planes);
    }

    /// Returns the length of every row, 0 if there is none, -1 if they differ or one is null.
    private static int columns(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0] == null ? -1 : rows[0].length;
        for (double[] row : rows) {
            if (row == null || row.length != columns) return -1;
        }
        return columns;
    }

    private static String size(int rows, int columns) {
        return rows + (rows == 1 ? " row of " : " rows of ") + columns;
    }

    /// Checks that the answer refuses its arguments, for a task whose result is no whole number; see {@link #refusal}.
    ///
    /// @param call runs the answer
    public static void refused(String what, Class<? extends RuntimeException> expected, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (expected.isInstance(AnswerThrew.causeOf(e))) return;
            throw e;
        }
        String message = Text.label(what) + "expected " + expected.getSimpleName() + ", but the answer returned a result";
        throw new PartFailure(message, expected.getSimpleName(), "a result", Outcome.other(what, "a result"), null);
    }

    /// Checks that the answer refuses its arguments; any other exception than the expected one is the answer's error.
    ///
    /// @param call returns what the answer gives instead of an exception
    public static void refusal(String what, Class<? extends RuntimeException> expected, NumberCall call) {
        long actual;
        try {
            actual = call.run();
        } catch (RuntimeException e) {
            Throwable thrown = AnswerThrew.causeOf(e);
            if (expected.isInstance(thrown)) return;
            throw e;
        }
        String message = Text.label(what) + "expected " + expected.getSimpleName() + ", but was " + actual;
        Outcome outcome = Outcome.values(what, new int[0], new double[] {actual});
        throw new PartFailure(message, expected.getSimpleName(), Long.toString(actual), outcome, null);
    }

    /// A call of the answer that returns a whole number.
    public interface NumberCall {
        long run();
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return wide;
    }

    private static double[] widen(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
