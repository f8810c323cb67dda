package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sums of a reduction by two, such as the gradient of an enlargement by two: output `o` reads the cells `2*o + offset(t)` with the same weights as its
/// neighbours. Plain twin: {@link TapTable#apply}, which also computes the outputs near the borders.
///
/// Two vectors are summed as if neighbours read neighbours, and every second lane of them is kept. That is twice the sums, but one permutation for all taps. The
/// second vector begins one cell earlier and keeps its odd lanes: so it ends with the last cell that is needed.
final class HalvedSums implements ColumnSums {
    private final TapTable table;
    private final int from; // outputs from .. to-1 are regular
    private final int to;
    private final int[] offset; // from cell 2*(o - from)
    private final float[] weight;

    private HalvedSums(TapTable table, RegularTaps regular) {
        this.table = table;
        from = regular.from();
        to = regular.to();
        offset = regular.cell();
        weight = regular.weight();
    }

    /// Returns the sums, or null if too few outputs are regular.
    static ColumnSums of(TapTable table) {
        RegularTaps regular = RegularTaps.of(table, 2);
        return regular == null ? null : new HalvedSums(table, regular);
    }

    @Override
    public void apply(float[] x, int at, float[] y, int atY) {
        table.apply(x, at, y, atY, 0, from);
        int n = to - from;
        int whole = n - n % Lanes.COUNT;
        sums(x, at, whole, y, atY + from);
        if (whole < n) sums(x, at + 2 * (n - Lanes.COUNT), Lanes.COUNT, y, atY + to - Lanes.COUNT);
        table.apply(x, at, y, atY, to, table.outSize());
    }

    /// `y[i] = sum of weight[t]*x[2*i + offset[t]]` for `i < n`, a multiple of the vector.
    private void sums(float[] x, int at, int n, float[] y, int atY) {
        switch (offset.length) {
            case 2 -> sums2(x, at + offset[0], at + offset[1], n, weight[0], weight[1], y, atY);
            case 4 -> sums4(x, at + offset[0], at + offset[1], at + offset[2], at + offset[3], n, weight, y, atY);
            default -> sums(x, at, n, offset, weight, y, atY);
        }
    }

    /// Two taps written out: nearest interpolation.
    private static void sums2(float[] x, int a, int b, int n, float wa, float wb, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, a + low).mul(wa);
            FloatVector w = FloatVector.fromArray(s, x, a + high).mul(wa);
            v = FloatVector.fromArray(s, x, b + low).fma(FloatVector.broadcast(s, wb), v);
            w = FloatVector.fromArray(s, x, b + high).fma(FloatVector.broadcast(s, wb), w);
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }

    /// Four taps written out: linear interpolation.
    private static void sums4(float[] x, int a, int b, int c, int d, int n, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        float wa = weight[0];
        float wb = weight[1];
        float wc = weight[2];
        float wd = weight[3];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, a + low).mul(wa);
            FloatVector w = FloatVector.fromArray(s, x, a + high).mul(wa);
            v = FloatVector.fromArray(s, x, b + low).fma(FloatVector.broadcast(s, wb), v);
            w = FloatVector.fromArray(s, x, b + high).fma(FloatVector.broadcast(s, wb), w);
            v = FloatVector.fromArray(s, x, c + low).fma(FloatVector.broadcast(s, wc), v);
            w = FloatVector.fromArray(s, x, c + high).fma(FloatVector.broadcast(s, wc), w);
            v = FloatVector.fromArray(s, x, d + low).fma(FloatVector.broadcast(s, wd), v);
            w = FloatVector.fromArray(s, x, d + high).fma(FloatVector.broadcast(s, wd), w);
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }

    private static void sums(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = at + 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low + offset[0]).mul(weight[0]);
            FloatVector w = FloatVector.fromArray(s, x, high + offset[0]).mul(weight[0]);
            for (int t = 1; t < offset.length; t++) {
                FloatVector factor = FloatVector.broadcast(s, weight[t]);
                v = FloatVector.fromArray(s, x, low + offset[t]).fma(factor, v);
                w = FloatVector.fromArray(s, x, high + offset[t]).fma(factor, w);
            }
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }
}
