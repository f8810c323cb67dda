package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.tensor.Taps;

/// A table of {@link Taps} as the fast kernels read it: with weights in float, and what they must know of it.
///
/// @param inSize cells of the input axis
/// @param first where the taps of each output begin, and one entry more
/// @param cell the input cell of each tap
/// @param weight the weight of each tap
/// @param most the largest number of taps that an output has
/// @param least the smallest one
/// @param distinct how many outputs have not the very taps of the output before them
/// @param selects whether no output has more than one tap, and all weights are 1: then nothing is computed
record TapTable(int inSize, int[] first, int[] cell, float[] weight, int most, int least, int distinct, boolean selects) {

    static TapTable of(Taps taps) {
        int[] first = taps.first();
        float[] weight = new float[taps.weight().length];
        boolean selects = true;
        for (int t = 0; t < weight.length; t++) {
            weight[t] = (float) taps.weight()[t];
            selects &= weight[t] == 1;
        }
        int most = 0;
        int least = Integer.MAX_VALUE;
        int distinct = 1;
        for (int o = 0; o < taps.outSize(); o++) {
            most = Math.max(most, first[o + 1] - first[o]);
            least = Math.min(least, first[o + 1] - first[o]);
            if (o > 0 && !same(first, taps.cell(), weight, o - 1, o)) distinct++;
        }
        return new TapTable(taps.inSize(), first, taps.cell(), weight, most, least, distinct, selects && most <= 1);
    }

    int outSize() {
        return first.length - 1;
    }

    /// Returns how many taps an output has.
    int count(int o) {
        return first[o + 1] - first[o];
    }

    /// Returns how many taps an output has on average.
    double mean() {
        return (double) cell.length / outSize();
    }

    /// Whether two outputs have the same taps.
    boolean same(int o, int other) {
        return same(first, cell, weight, o, other);
    }

    private static boolean same(int[] first, int[] cell, float[] weight, int o, int other) {
        return Arrays.equals(cell, first[o], first[o + 1], cell, first[other], first[other + 1])
            && Arrays.equals(weight, first[o], first[o + 1], weight, first[other], first[other + 1]);
    }

    /// Whether two outputs read the same cells in the same order.
    boolean sameCells(int o, int other) {
        return Arrays.equals(cell, first[o], first[o + 1], cell, first[other], first[other + 1]);
    }

    /// Returns the end (exclusive) of the outputs from the middle on that read `step` cells further than the output `period` before them, with the same
    /// weights.
    int regularTo(int period, int step) {
        int to = Math.min(outSize(), outSize() / 2 + period);
        while (to < outSize() && follows(to, period, step)) to++;
        return to;
    }

    /// Returns the first of the outputs before {@link #regularTo} of which the same is true.
    int regularFrom(int period, int step) {
        int from = outSize() / 2;
        while (from > 0 && from + period - 1 < outSize() && follows(from + period - 1, period, step)) from--;
        return from;
    }

    private boolean follows(int o, int period, int step) {
        int before = o - period;
        if (before < 0 || count(o) != count(before)) return false;
        for (int t = 0; t < count(o); t++) {
            int now = first[o] + t;
            int then = first[before] + t;
            if (cell[now] != cell[then] + step || weight[now] != weight[then]) return false;
        }
        return true;
    }

    /// Returns the lowest cell that the outputs `from .. to-1` read; 0 if they read none.
    int lowestCell(int from, int to) {
        int low = first[from] == first[to] ? 0 : inSize;
        for (int t = first[from]; t < first[to]; t++) low = Math.min(low, cell[t]);
        return low;
    }

    /// Returns the highest cell that the outputs `from .. to-1` read; -1 if they read none.
    int highestCell(int from, int to) {
        int high = -1;
        for (int t = first[from]; t < first[to]; t++) high = Math.max(high, cell[t]);
        return high;
    }

    /// Whether every output is the input with the same number.
    boolean isIdentity() {
        if (!selects || least < 1 || outSize() != inSize) return false;
        for (int o = 0; o < inSize; o++) {
            if (cell[o] != o) return false;
        }
        return true;
    }

    /// Computes the outputs `from .. to-1` of one row: the plain loop, for what vectors cannot do.
    void apply(float[] x, int at, float[] y, int atY, int from, int to) {
        for (int o = from; o < to; o++) {
            float sum = 0;
            for (int t = first[o]; t < first[o + 1]; t++) sum += weight[t] * x[at + cell[t]];
            y[atY + o] = sum;
        }
    }
}
