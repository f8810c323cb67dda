package upsampling.grader;

import java.util.Arrays;

import upsampling.grader.engine.AnswerThrew;
import upsampling.grader.engine.Differences;
import upsampling.grader.engine.PartFailure;
import upsampling.grader.engine.Text;
import upsampling.grader.result.Outcome;
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
