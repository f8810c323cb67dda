package upsampling.grader.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers and names in the messages a learner reads.
public final class Text {
    private static final int DIGITS = 6;
    private static final int ALL_DIGITS = 17; // no two doubles look alike

    private Text() { }

    /// Returns `values: `, or nothing for a task with one result.
    public static String label(String what) {
        return what.isEmpty() ? "" : what + ": ";
    }

    /// Returns a number with at most six significant digits; a whole number without a point.
    public static String number(double value) {
        return number(value, DIGITS);
    }

    /// Returns a wrong number, with more than six digits where it takes them to see that it is not the right one.
    public static String wrong(double right, double value) {
        for (int digits = DIGITS; digits < ALL_DIGITS; digits++) {
            String text = number(value, digits);
            if (!text.equals(number(right, digits))) return text;
        }
        return number(value, ALL_DIGITS);
    }

    private static String number(double value, int digits) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return value == 0 && 1 / value < 0 ? "-0" : String.format(Locale.ROOT, "%.0f", value);
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "Infinity" : "-Infinity";
        double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
        return rounded == value || rounded != Math.rint(rounded) ? Double.toString(rounded).replace(".0E", "E").replace('E', 'e') : number(rounded, digits);
    }

    /// Returns text of the answer, cut to so many characters.
    public static String capped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ...";
    }
}
