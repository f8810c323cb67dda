package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sums of a filter: output `o` reads the cells `o + offset(t)` with the same weights as its neighbours. Plain twin: {@link TapTable#apply}, which also
/// computes the outputs near the borders.
final class ShiftedSums implements ColumnSums {
    private final TapTable table;
    private final int from; // outputs from .. to-1 are regular
    private final int to;
    private final int[] offset;
    private final float[] weight;

    private ShiftedSums(TapTable table, int from, int to) {
        this.table = table;
        this.from = from;
        this.to = to;
        offset = new int[table.count(from)];
        weight = new float[offset.length];
        for (int t = 0; t < offset.length; t++) {
            offset[t] = table.cell()[table.first()[from] + t] - from;
            weight[t] = table.weight()[table.first()[from] + t];
        }
    }

    /// Returns the sums, or null if less than three quarters of the outputs are regular.
    static ColumnSums of(TapTable table) {
        int from = table.outSize() / 2;
        int to = from + 1;
        while (from > 0 && follows(table, from)) from--;
        while (to < table.outSize() && follows(table, to)) to++;
        boolean isWorthIt = to - from >= Lanes.COUNT && 4L * (to - from) >= 3L * table.outSize() && table.count(from) > 0;
        return isWorthIt ? new ShiftedSums(table, from, to) : null;
    }

    /// Whether an output reads one cell further than the output before it.
    private static boolean follows(TapTable table, int o) {
        if (table.count(o) != table.count(o - 1)) return false;
        for (int t = table.first()[o]; t < table.first()[o + 1]; t++) {
            int before = t - table.count(o);
            if (table.cell()[t] != table.cell()[before] + 1 || table.weight()[t] != table.weight()[before]) return false;
        }
        return true;
    }

    @Override
    public void apply(float[] x, int at, float[] y, int atY) {
        table.apply(x, at, y, atY, 0, from);
        sums(x, at + from, to - from, offset, weight, y, atY + from);
        table.apply(x, at, y, atY, to, table.outSize());
    }

    /// `y[i] = sum of weight[t]*x[i + offset[t]]` for `i` in `0 .. n-1`, at least one vector.
    private static void sums(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector sum = FloatVector.zero(s);
            for (int t = 0; t < offset.length; t++) sum = FloatVector.fromArray(s, x, at + k + offset[t]).fma(FloatVector.broadcast(s, weight[t]), sum);
            sum.intoArray(y, atY + k);
        }
    }
}
