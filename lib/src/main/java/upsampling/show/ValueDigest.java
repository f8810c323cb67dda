package upsampling.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash of what a figure says, not of its pixels: fonts differ between machines, plotted values do not.
///
/// Everything a figure says is written down as one text, each part with its kind and its length, and hashed with SHA-256. Numbers are rounded
/// to six significant digits, and what is below 1e-9 of the largest number beside it counts as 0: more than a figure can show, and less than
/// the last bits in which two JVMs may differ.
///
/// Two figures have the same hash exactly if they say the same; see `ValueDigestTest`.
public final class ValueDigest {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double NOTHING = 1e-9;
    private static final int HEX_DIGITS = 16;

    private final StringBuilder said = new StringBuilder();

    /// @param kind what is digested, such as `figure`
    public ValueDigest(String kind) {
        text(kind);
    }

    /// Adds words: a title, a label, a caption, the name of a role.
    public ValueDigest text(String words) {
        return part('t', words);
    }

    /// Adds a setting or a position: a ring's row, a cell's size, a flag.
    public ValueDigest counts(int... settings) {
        StringBuilder all = new StringBuilder();
        for (int setting : settings) all.append(setting).append(' ');
        return part('c', all.toString());
    }

    /// Adds numbers that are read together, such as one curve.
    public ValueDigest values(double... numbers) {
        StringBuilder all = new StringBuilder();
        double nothing = NOTHING * largest(numbers);
        for (double v : numbers) all.append(rounded(v, nothing)).append(' ');
        return part('v', all.toString());
    }

    /// Adds the rows of a map; a value counts as 0 beside the largest of all rows.
    public ValueDigest values(double[][] rows) {
        StringBuilder all = new StringBuilder();
        double most = 0;
        for (double[] row : rows) most = Math.max(most, largest(row));
        for (double[] row : rows) {
            for (double v : row) all.append(rounded(v, NOTHING * most)).append(' ');
            all.append('/');
        }
        return part('m', all.toString());
    }

    /// Returns the hash of all that was added so far, 16 hexadecimal digits.
    public String hex() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    // the length keeps "ab" + "c" apart from "a" + "bc"
    private ValueDigest part(char kind, String content) {
        said.append(kind).append(content.length()).append(':').append(content).append('\n');
        return this;
    }

    private static double largest(double[] numbers) {
        double most = 0;
        for (double v : numbers) {
            if (Double.isFinite(v)) most = Math.max(most, Math.abs(v));
        }
        return most;
    }

    private static String rounded(double v, double nothing) {
        if (!Double.isFinite(v)) return Double.toString(v);
        if (Math.abs(v) <= nothing) return "0";
        return new BigDecimal(v).round(SIX_DIGITS).stripTrailingZeros().toString();
    }
}
