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

    /// A value of the size 1 and a few roundings, against libtorch in double: `|ours - libtorch| <= 8 * u * max(1, |libtorch|)`. For what is not a sum
    /// of products, such as a sigmoid, and for interpolation, whose coefficients may be negative but add up to 1.
    UNIT;

    private static final double FLOAT_UNIT = 0x1p-24;

    /// Returns the largest allowed difference of one value.
    ///
    /// @param expected libtorch's value
    /// @param absolute libtorch's value for absolute arguments
    double allowed(int terms, double expected, double absolute) {
        return switch (this) {
            case EQUAL -> 0;
            case ABSOLUTE_SUM -> 4 * FLOAT_UNIT * Math.sqrt(Math.max(1, terms)) * absolute;
            case UNIT -> 8 * FLOAT_UNIT * Math.max(1, Math.abs(expected));
        };
    }
}
