package upsampling.backend.vector;

import java.util.Arrays;

/// The outputs in the middle of a {@link TapTable} that are one filter: each reads `step` cells further than the one before it, with the same weights.
///
/// @param from first of them
/// @param to their end (exclusive)
/// @param cell what the first one reads
/// @param weight of each of these cells
record RegularTaps(int from, int to, int[] cell, float[] weight) {

    /// Returns them, or null if there are fewer than a vector holds, or less than three quarters of all outputs.
    static RegularTaps of(TapTable table, int step) {
        int from = table.regularFrom(1, step);
        int to = table.regularTo(1, step);
        boolean areEnough = to - from >= Lanes.COUNT && 4L * (to - from) >= 3L * table.outSize() && table.count(from) > 0;
        if (!areEnough) return null;
        int first = table.first()[from];
        int end = table.first()[from + 1];
        return new RegularTaps(from, to, Arrays.copyOfRange(table.cell(), first, end), Arrays.copyOfRange(table.weight(), first, end));
    }
}
