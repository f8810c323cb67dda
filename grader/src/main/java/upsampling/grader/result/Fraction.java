package upsampling.grader.result;

import java.util.Locale;

/// An exact number of points: a part of a task is often worth a third of a point, and thirds must add up.
///
/// @param numerator any number
/// @param denominator > 0, without a common factor
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    /// No points.
    public static final Fraction ZERO = new Fraction(0, 1);

    /// @throws IllegalArgumentException unless `denominator >= 1`
    public Fraction {
        if (denominator < 1) throw new IllegalArgumentException("Fraction: denominator must be >= 1, but was " + denominator);
        long divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /// Returns a whole number.
    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    /// Returns the sum.
    public Fraction plus(Fraction other) {
        long common = greatestCommonDivisor(denominator, other.denominator); // taken out first, so that sums of many parts stay small
        long left = Math.multiplyExact(numerator, other.denominator / common);
        long right = Math.multiplyExact(other.numerator, denominator / common);
        return new Fraction(Math.addExact(left, right), Math.multiplyExact(denominator, other.denominator / common));
    }

    /// Returns the difference.
    public Fraction minus(Fraction other) {
        return plus(other.times(-1, 1));
    }

    /// Returns this times `numerator / denominator`.
    public Fraction times(long otherNumerator, long otherDenominator) {
        return new Fraction(Math.multiplyExact(numerator, otherNumerator), Math.multiplyExact(denominator, otherDenominator));
    }

    /// Returns the nearest double.
    public double value() {
        return (double) numerator / denominator;
    }

    /// Whether this is the number zero.
    public boolean isZero() {
        return numerator == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    /// Returns the number for people to two decimals. What is not whole never becomes whole: 3.997 of 4 points is 3.99, not all of them.
    public double rounded() {
        if (denominator == 1) return numerator;
        long hundredths = Math.round(100 * value());
        if (hundredths % 100 == 0) hundredths += hundredths > 100 * value() ? -1 : 1;
        return hundredths / 100.0;
    }

    /// Returns the number for people, with two decimals at most: 2, 2.5, 2.67.
    @Override
    public String toString() {
        if (denominator == 1) return Long.toString(numerator);
        return String.format(Locale.ROOT, "%.2f", rounded()).replaceFirst("0$", "");
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
