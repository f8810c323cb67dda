package upsampling.grader.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers and names in the messages a learner reads.
public final class Text {
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Text() { }

    /// Returns `values: `, or nothing for a task with one result.
    public static String label(String what) {
        return what.isEmpty() ? "" : what + ": ";
    }

    /// Returns a number with at most six significant digits; a whole number without a point.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return value == 0 && 1 / value < 0 ? "-0" : String.format(Locale.ROOT, "%.0f", value);
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "Infinity" : "-Infinity";
        String text = Double.toString(new BigDecimal(value).round(SIX_DIGITS).doubleValue());
        return text.replace(".0E", "E").replace('E', 'e');
    }

    /// Returns text of the answer, cut to so many characters.
    public static String capped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ...";
    }
}
