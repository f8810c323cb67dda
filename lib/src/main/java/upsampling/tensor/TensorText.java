package upsampling.tensor;

import java.util.Locale;

/// Writes tensors for people: a cell's result, a message, a debugger.
final class TensorText {
    /// Larger tensors are described by their range.
    private static final int MOST_VALUES = 64;

    private TensorText() { }

    /// Returns the name, the shape, and the rows of a small tensor or the range of a large one.
    static String of(String name, Shape shape, double[] values) {
        StringBuilder text = new StringBuilder(name).append(' ').append(shape);
        if (values.length > MOST_VALUES) return text.append(range(values)).toString();
        for (int start = 0; start < values.length; start += shape.w()) {
            boolean isNewPlane = start > 0 && start % shape.planeSize() == 0;
            text.append(isNewPlane ? "\n\n " : "\n ");
            for (int w = 0; w < shape.w(); w++) text.append(' ').append(number(values[start + w]));
        }
        return text.toString();
    }

    private static String range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int nans = 0;
        for (double value : values) {
            if (Double.isNaN(value)) nans++;
            least = value < least ? value : least; // comparisons with NaN are false, so NaN is left out
            most = value > most ? value : most;
        }
        String range = nans == values.length ? "" : ", values in " + number(least) + " .. " + number(most);
        return range + (nans == 0 ? "" : ", " + nans + " NaN");
    }

    /// Four significant digits, without trailing zeros: more would differ between machines or hide the point.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) return Long.toString((long) value);
        if (!Double.isFinite(value)) return Double.toString(value);
        String text = String.format(Locale.ROOT, "%.4g", value);
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.contains(".")) digits = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
        return exponent < 0 ? digits : digits + text.substring(exponent);
    }
}
