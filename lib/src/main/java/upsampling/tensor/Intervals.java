package upsampling.tensor;

/// The cells of one axis that each output averages: output `o` sums the input cells `begin[o] .. end[o]-1` and divides by `divisor[o]`.
///
/// All average pools of the course are two such tables, one for the rows and one for the columns; only the tables differ. Intervals may
/// overlap and may leave gaps, but none is empty.
///
/// @param begin first cell of each output, >= 0; not copied
/// @param end end (exclusive) of the cells of each output; not copied
/// @param divisor what each output's sum is divided by; not copied
public record Intervals(int[] begin, int[] end, int[] divisor) {

    /// @throws IllegalArgumentException unless the three tables have the same length, `0 <= begin < end` and no divisor is 0
    public Intervals {
        Checks.sameSize("Intervals", "length of end", begin.length, end.length);
        Checks.sameSize("Intervals", "length of divisor", begin.length, divisor.length);
        for (int o = 0; o < begin.length; o++) {
            Checks.atLeast(0, "Intervals", "begin[" + o + "]", begin[o]);
            Checks.atLeast(begin[o] + 1, "Intervals", "end[" + o + "]", end[o]);
            if (divisor[o] == 0) throw new IllegalArgumentException("Intervals: divisor[" + o + "] must not be 0");
        }
    }

    /// Returns the boxes of adaptive pooling: output `o` averages the cells that the interval from `o*in/out` to `(o+1)*in/out` meets.
    ///
    /// ```
    /// begin[o] = floor(o*in/out)      end[o] = ceil((o+1)*in/out)      divisor[o] = end[o] - begin[o]
    /// ```
    /// @throws IllegalArgumentException unless `in, out >= 1`
    public static Intervals adaptive(int in, int out) {
        Checks.atLeast(1, "Intervals.adaptive", "in", in);
        Checks.atLeast(1, "Intervals.adaptive", "out", out);
        int[] begin = new int[out];
        int[] end = new int[out];
        int[] divisor = new int[out];
        for (int o = 0; o < out; o++) {
            begin[o] = (int) ((long) o * in / out); // long: the product of two sizes may not fit an int
            end[o] = (int) Math.ceilDiv((o + 1L) * in, (long) out);
            divisor[o] = end[o] - begin[o];
        }
        return new Intervals(begin, end, divisor);
    }

    /// Returns the number of outputs.
    public int size() {
        return begin.length;
    }

    /// Returns the same averages as a table of taps, with weights `1 / divisor[o]`; its transpose is their gradient.
    ///
    /// @param in cells of the input axis
    public Taps taps(int in) {
        TapsBuilder taps = new TapsBuilder(in, size());
        for (int o = 0; o < size(); o++) {
            for (int i = begin[o]; i < end[o]; i++) taps.add(i, 1.0 / divisor[o]);
            taps.endRow();
        }
        return taps.build();
    }
}
