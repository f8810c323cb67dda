package upsampling.grader.result;

import java.util.Arrays;

/// What was observed in one part, in a form that can be compared with what a known-wrong answer gives.
///
/// @param kind what sort of thing was seen
/// @param what which result of the task, such as `values` or `indices`; empty if there is only one
/// @param shape the sizes of that result; empty for a single number
/// @param values its numbers in row-major order, at most {@link #LIMIT} of them
/// @param exception the name of the exception's class; empty if none was thrown
public record Outcome(Kind kind, String what, int[] shape, double[] values, String exception) {
    /// So many numbers are kept: enough to tell two mistakes apart, and a table of them stays readable.
    public static final int LIMIT = 256;

    /// The sorts of outcome.
    public enum Kind {
        /// The part holds.
        HELD,
        /// The shape is right and a value is wrong.
        VALUES,
        /// The shape is wrong.
        SHAPE,
        /// Something else than a number is wrong, such as a text or a missing result.
        OTHER,
        /// The answer threw.
        THREW
    }

    /// The outcome of a part that holds.
    public static final Outcome HELD = new Outcome(Kind.HELD, "", new int[0], new double[0], "");

    /// The outcome of a part that a hidden check has failed: no table of mistakes knows its inputs.
    public static final Outcome HIDDEN = other("hidden", "");

    /// Wrong numbers in the right shape.
    public static Outcome values(String what, int[] shape, double[] values) {
        return new Outcome(Kind.VALUES, what, shape, values.length > LIMIT ? Arrays.copyOf(values, LIMIT) : values, "");
    }

    /// A wrong shape.
    public static Outcome shape(String what, int... shape) {
        return new Outcome(Kind.SHAPE, what, shape, new double[0], "");
    }

    /// Something that is no number at all, such as null.
    public static Outcome other(String what, String seen) {
        return new Outcome(Kind.OTHER, what + ": " + seen, new int[0], new double[0], "");
    }

    /// An exception of the answer.
    public static Outcome threw(String exceptionClass) {
        return new Outcome(Kind.THREW, "", new int[0], new double[0], exceptionClass);
    }

    /// Whether both are the same observation: equal kinds and shapes, and values that differ by rounding at most.
    public boolean matches(Outcome other) {
        if (kind != other.kind || !what.equals(other.what) || !exception.equals(other.exception)) return false;
        if (!Arrays.equals(shape, other.shape) || values.length != other.values.length) return false;
        for (int i = 0; i < values.length; i++) {
            if (!near(values[i], other.values[i])) return false;
        }
        return true;
    }

    private static boolean near(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) return Double.isNaN(a) && Double.isNaN(b);
        if (a == b) return true;
        if (a == Math.rint(a) && b == Math.rint(b)) return false; // indices, sizes and counts are not rounded
        return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
