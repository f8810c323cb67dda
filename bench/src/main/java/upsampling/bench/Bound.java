package upsampling.bench;

/// How exactly an operator must agree with libtorch.
enum Bound {
    /// Bit for bit: values are chosen or moved, not computed. libtorch runs in float32, as we do.
    EQUAL,

    /// A float sum of `K` products, against libtorch in double, so that the error is ours alone:
    ///
    /// ```
    /// |ours - libtorch(x, w)| <= 4 * u * sqrt(K) * libtorch(|x|, |w|)      u = 2^-24
    /// ```
    /// The right side is libtorch as well, on absolute values; it is the sum of absolute products as long as no coefficient of the operator itself is negative.
    ABSOLUTE_SUM,

    /// A float sum of `K` products whose coefficients belong to the operator, add up to `S` at most in absolute values, and meet values from -1 to 1:
    ///
    /// ```
    /// |ours - libtorch| <= 4 * u * sqrt(K) * S
    /// ```
    /// For interpolation: a bicubic has negative coefficients, so libtorch cannot be asked for their absolute values.
    LARGEST_SUM,

    /// A few roundings of a value that is no sum of products, such as a sigmoid, against libtorch in double: `|ours - libtorch| <= 8 * u * max(1, |libtorch|)`.
    ROUNDINGS;

    private static final double FLOAT_UNIT = 0x1p-24;

    /// Returns the largest allowed difference of one value.
    ///
    /// @param terms `K`; for {@link #LARGEST_SUM}, `K * S * S`
    /// @param expected libtorch's value
    /// @param absolute libtorch's value for absolute arguments
    double allowed(double terms, double expected, double absolute) {
        return switch (this) {
            case EQUAL -> 0;
            case ABSOLUTE_SUM -> 4 * FLOAT_UNIT * Math.sqrt(Math.max(1, terms)) * Math.abs(absolute); // a divisor may be negative
            case LARGEST_SUM -> 4 * FLOAT_UNIT * Math.sqrt(terms);
            case ROUNDINGS -> 8 * FLOAT_UNIT * Math.max(1, Math.abs(expected));
        };
    }
}
