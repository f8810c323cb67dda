package upsampling.grader.engine;

import java.util.Locale;

/// Numbers and names in the messages a learner reads.
public final class Text {
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
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (!text.contains(".") || text.contains("e")) return text;
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /// Returns text of the answer, cut to so many characters.
    public static String capped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ...";
    }
}
