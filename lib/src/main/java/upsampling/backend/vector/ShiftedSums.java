package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sums of a filter: output `o` reads the cells `o + offset(t)` with the same weights as its neighbours. Plain twin: {@link TapTable#apply},
/// which also computes the outputs near the borders.
final class ShiftedSums implements ColumnSums {
    private final TapTable table;
    private final int from; // outputs from .. to-1 are regular
    private final int to;
    private final int[] offset; // from cell o - from
    private final float[] weight;

    private ShiftedSums(TapTable table, RegularTaps regular) {
        this.table = table;
        from = regular.from();
        to = regular.to();
        offset = regular.cell();
        weight = regular.weight();
    }

    /// Returns the sums, or null if too few outputs are regular.
    static ColumnSums of(TapTable table) {
        RegularTaps regular = RegularTaps.of(table, 1);
        return regular == null ? null : new ShiftedSums(table, regular);
    }

    @Override
    public void apply(float[] x, int at, float[] y, int atY) {
        table.apply(x, at, y, atY, 0, from);
        int n = to - from;
        int fours = n - n % (4 * Lanes.COUNT);
        int whole = n - n % Lanes.COUNT;
        sumsOfFour(x, at, fours, offset, weight, y, atY + from);
        sums(x, at + fours, whole - fours, offset, weight, y, atY + from + fours);
        if (whole < n) sums(x, at + n - Lanes.COUNT, Lanes.COUNT, offset, weight, y, atY + to - Lanes.COUNT);
        table.apply(x, at, y, atY, to, table.outSize());
    }

    /// `y[i] = sum of weight[t]*x[i + offset[t]]` for `i < n`, a multiple of the vector.
    private static void sums(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, at + offset[0] + i).mul(weight[0]);
            for (int t = 1; t < offset.length; t++) sum = FloatVector.fromArray(s, x, at + offset[t] + i).fma(FloatVector.broadcast(s, weight[t]), sum);
            sum.intoArray(y, atY + i);
        }
    }

    /// As {@link #sums}, four vectors at a time: four sums that do not wait for each other.
    private static void sumsOfFour(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int i = 0; i < n; i += 4 * l) {
            int first = at + offset[0] + i;
            FloatVector sum0 = FloatVector.fromArray(s, x, first).mul(weight[0]);
            FloatVector sum1 = FloatVector.fromArray(s, x, first + l).mul(weight[0]);
            FloatVector sum2 = FloatVector.fromArray(s, x, first + 2 * l).mul(weight[0]);
            FloatVector sum3 = FloatVector.fromArray(s, x, first + 3 * l).mul(weight[0]);
            for (int t = 1; t < offset.length; t++) {
                int from = at + offset[t] + i;
                FloatVector w = FloatVector.broadcast(s, weight[t]);
                sum0 = FloatVector.fromArray(s, x, from).fma(w, sum0);
                sum1 = FloatVector.fromArray(s, x, from + l).fma(w, sum1);
                sum2 = FloatVector.fromArray(s, x, from + 2 * l).fma(w, sum2);
                sum3 = FloatVector.fromArray(s, x, from + 3 * l).fma(w, sum3);
            }
            sum0.intoArray(y, atY + i);
            sum1.intoArray(y, atY + i + l);
            sum2.intoArray(y, atY + i + 2 * l);
            sum3.intoArray(y, atY + i + 3 * l);
        }
    }
}
