package upsampling.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as the course writes them: at most four significant digits, no leading zero (.75), a true minus sign (−), thin spaces in thousands.
public final class Numbers {
    static final int DIGITS = 4;
    /// A narrow space at which no line breaks.
    static final char THIN = '\u202F';
    private static final double LARGEST_EXACT = 1e15;

    private Numbers() { }

    /// Returns a number as short as it can be said with at most four significant digits; a whole number below a million stays whole.
    public static String text(double v) {
        return text(v, DIGITS);
    }

    /// Returns a number with at most so many significant digits.
    static String text(double v, int digits) {
        if (Double.isNaN(v)) return "NaN";
        if (Double.isInfinite(v)) return v > 0 ? "∞" : "−∞";
        if (v == Math.rint(v) && Math.abs(v) < 1e6) return signed(Long.toString((long) v));
        BigDecimal rounded = BigDecimal.valueOf(v).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent > 5) {
            String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
            return signed(mantissa + "e" + exponent);
        }
        return signed(withoutLeadingZero(rounded.stripTrailingZeros().toPlainString()));
    }

    /// Returns a whole number with thin spaces between its thousands from 10 000 on; other numbers as {@link #text(double)}.
    public static String count(double v) {
        if (v != Math.rint(v) || Math.abs(v) >= LARGEST_EXACT) return text(v);
        String digits = String.format(Locale.ROOT, Math.abs(v) < 10_000 ? "%d" : "%,d", (long) v);
        return signed(digits.replace(',', THIN));
    }

    /// Returns numbers that stand below each other: all with the same decimals, the fewest that keep four significant digits of the largest.
    ///
    /// A missing value, `NaN`, becomes a dash. If a small number would lose all its digits, each is said for itself.
    public static String[] column(double... values) {
        String[] texts = new String[values.length];
        int decimals = decimals(values);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) texts[i] = "–";
            else if (decimals < 0 || !Double.isFinite(values[i])) texts[i] = text(values[i]);
            else if (decimals == 0) texts[i] = count(Math.rint(values[i]));
            else texts[i] = signed(withoutLeadingZero(fixed(values[i], decimals)));
        }
        return texts;
    }

    // -1: no number of decimals suits all
    private static int decimals(double[] values) {
        double most = 0;
        double least = Double.MAX_VALUE;
        boolean whole = true;
        for (double v : values) {
            if (!Double.isFinite(v) || v == 0) continue;
            most = Math.max(most, Math.abs(v));
            least = Math.min(least, Math.abs(v));
            whole &= v == Math.rint(v);
        }
        if (whole) return most < LARGEST_EXACT ? 0 : -1;
        int enough = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(most)));
        if (enough > 6 || least < 0.5 * Math.pow(10, -enough)) return -1;
        for (int d = 0; d < enough; d++) {
            if (allSaid(values, d)) return d;
        }
        return enough;
    }

    private static boolean allSaid(double[] values, int decimals) {
        double unit = Math.pow(10, decimals);
        for (double v : values) {
            if (Double.isFinite(v) && Math.abs(v * unit - Math.rint(v * unit)) > 1e-6 * Math.max(1, Math.abs(v * unit))) return false;
        }
        return true;
    }

    private static String fixed(double v, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(v).setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) return "0";
        String pattern = rounded.abs().doubleValue() < 10_000 ? "%." : "%,.";
        return String.format(Locale.ROOT, pattern + decimals + "f", rounded).replace(',', THIN);
    }

    private static String withoutLeadingZero(String digits) {
        if (digits.startsWith("0.")) return digits.substring(1);
        return digits.startsWith("-0.") ? "-" + digits.substring(2) : digits;
    }

    private static String signed(String digits) {
        return digits.replace('-', '−');
    }
}
