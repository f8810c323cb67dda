package upsampling.backend.cuda;

/// Division by a number that is known before a launch, as a multiplication:
///
/// ```
/// i / d = (high(i * multiplier) + i) >> shift        0 <= i < 2^31, high: the upper 32 of 64 bits
/// shift = ceil(log2 d)        multiplier = floor(2^32 * (2^shift - d) / d) + 1
/// ```
/// Source: Granlund and Montgomery, "Division by invariant integers using multiplication", 1994.
record DeviceDivisor(int multiplier, int shift) {

    /// @param d >= 1
    static DeviceDivisor of(int d) {
        int shift = d == 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(d - 1);
        long multiplier = ((1L << Integer.SIZE) * ((1L << shift) - d)) / d + 1;
        return new DeviceDivisor((int) multiplier, shift);
    }

    /// Returns `i / d` as the kernels compute it.
    int quotient(int i) {
        long high = (Integer.toUnsignedLong(i) * Integer.toUnsignedLong(multiplier)) >>> Integer.SIZE;
        return (int) ((high + i) >>> shift);
    }
}
