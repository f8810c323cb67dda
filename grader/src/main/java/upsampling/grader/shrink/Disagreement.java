package upsampling.grader.shrink;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.regex.Pattern;

import upsampling.grader.Expect;
import upsampling.grader.engine.Engine;
import upsampling.grader.engine.PartFailure;
import upsampling.grader.engine.Text;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.Planes;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// In which way an answer's result is wrong.
///
/// @param kind the same for two inputs on which the answer is wrong in the same way: which result of the task differs, and whether in its shape,
///     its values, or by an exception
/// @param message one line
/// @param expected the right result, as text
/// @param actual the answer's, as text
/// @param planes what to draw, or null
record Disagreement(String kind, String message, String expected, String actual, Planes planes) {
    /// Coarser than the checks' own tolerances, so that no rounding counts as a mistake.
    private static final double TOLERANCE = 1e-4;
    /// It is the search's tolerance, not the task's, so the learner does not read it.
    private static final Pattern TOLERANCE_TEXT = Pattern.compile(" \\(tolerance [^)]*\\)");

    /// Returns how the answer disagrees with the oracle on this call, or null if it does not.
    static Disagreement on(FailedCall call, Object answer, Object oracle) {
        Result right = Result.of(call, oracle);
        Result given = Result.of(call, answer);
        if (right.thrown() != null) return refusal(right.thrown(), given);
        if (given.thrown() != null) {
            String kind = "threw " + given.thrown().getClass().getName();
            String what = given.thrown().getClass().getSimpleName();
            String message = Engine.describe("The answer", given.thrown());
            return new Disagreement(kind, message, Literals.result(right.value()), what, null);
        }
        try {
            compare("", right.value(), given.value());
            return null;
        } catch (PartFailure failure) {
            Outcome outcome = failure.outcome();
            String kind = outcome.kind() + " " + outcome.what();
            String message = TOLERANCE_TEXT.matcher(failure.getMessage()).replaceFirst("");
            return new Disagreement(kind, message, failure.expectedText(), failure.actualText(), failure.planes());
        }
    }

    /// The oracle throws where the task has no result: there an answer is wrong if it has one.
    private static Disagreement refusal(Throwable right, Result given) {
        if (given.thrown() != null && right.getClass().isInstance(given.thrown())) return null;
        String expected = right.getClass().getSimpleName();
        String actual = given.thrown() == null ? Literals.result(given.value()) : given.thrown().getClass().getSimpleName();
        String kind = "refusal, " + (given.thrown() == null ? "value" : given.thrown().getClass().getName());
        return new Disagreement(kind, "expected " + expected + ", but was " + actual, expected, actual, null);
    }

    private static void compare(String what, Object expected, Object actual) {
        if (expected == null && actual == null) return;
        Expect.present(what, actual);
        if (expected == null) throw differ(what, "null", Literals.result(actual));
        switch (expected) {
            case Tensor right when actual instanceof Tensor given -> Expect.tensor(what, right, given, tolerance(right.data()));
            case Record right when right.getClass() == actual.getClass() -> compareRecords(what, right, actual);
            case Double right when actual instanceof Double given -> compareReal(what, right, given);
            case Float right when actual instanceof Float given -> compareReal(what, right, given);
            case Number right when actual instanceof Number given -> Expect.number(what, right.longValue(), given.longValue());
            case double[] right when actual instanceof double[] given -> Expect.reals(what, right, given, tolerance(right));
            case double[][] right when actual instanceof double[][] given && right.length > 0 -> Expect.matrix(what, right, given, tolerance(right[0]));
            case Object right when right.getClass().isArray() && actual.getClass() == right.getClass() -> compareArrays(what, right, actual);
            default -> {
                if (!expected.equals(actual)) throw differ(what, Literals.result(expected), Literals.result(actual));
            }
        }
    }

    /// A row of whole numbers that belongs to a tensor of the same record, as indices do, is compared in that tensor's shape.
    private static void compareRecords(String what, Object expected, Object actual) {
        Shape shape = null;
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            String name = what.isEmpty() ? component.getName() : what + "." + component.getName();
            Object right = read(component, expected);
            Object given = read(component, actual);
            if (right instanceof Tensor x) shape = x.shape();
            if (right instanceof int[] numbers && shape != null && shape.size() == numbers.length) {
                Expect.indices(name, shape, numbers, (int[]) given);
            } else {
                compare(name, right, given);
            }
        }
    }

    private static void compareArrays(String what, Object expected, Object actual) {
        int length = Array.getLength(expected);
        if (length != Array.getLength(actual)) {
            throw differ(what, length + " elements", Array.getLength(actual) + " elements");
        }
        for (int i = 0; i < length; i++) compare(what + "[" + i + "]", Array.get(expected, i), Array.get(actual, i));
    }

    private static void compareReal(String what, double expected, double actual) {
        Expect.real(what, expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    private static double tolerance(float[] expected) {
        double[] wide = new double[expected.length];
        for (int i = 0; i < wide.length; i++) wide[i] = expected[i];
        return tolerance(wide);
    }

    private static double tolerance(double[] expected) {
        double largest = 1;
        for (double v : expected) {
            if (Double.isFinite(v)) largest = Math.max(largest, Math.abs(v));
        }
        return TOLERANCE * largest;
    }

    private static PartFailure differ(String what, String expected, String actual) {
        String message = Text.label(what) + "expected " + expected + ", but was " + actual;
        return new PartFailure(message, expected, actual, Outcome.other(what, ""), null);
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("shrink: " + component + " cannot be read", e);
        }
    }
}
