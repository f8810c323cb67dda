package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sums of an enlargement by 2: even and odd outputs are a filter each, `y[2i + r] = sum of weight(r, t)*x[i + offset(r, t)]`, and the two
/// results are zipped. Plain twin: {@link TapTable#apply}, which also computes the outputs near the borders.
///
/// {@link PermutedSums} would compute the same; this is twice as fast or more, since it reads no table.
final class ZippedSums implements ColumnSums {
    private final TapTable table;
    private final int from; // outputs from .. to-1 are regular, an even number of them
    private final int to;
    private final int taps;
    private final boolean isDoubling; // both filters copy the same cell
    private final int[] offset; // [2][taps], from output `from` on
    private final float[] weight; // [2][taps]

    private ZippedSums(TapTable table, int from, int to) {
        this.table = table;
        this.from = from;
        this.to = to;
        taps = table.count(from);
        offset = new int[2 * taps];
        weight = new float[2 * taps];
        System.arraycopy(table.cell(), table.first()[from], offset, 0, 2 * taps);
        System.arraycopy(table.weight(), table.first()[from], weight, 0, 2 * taps);
        isDoubling = taps == 1 && offset[0] == offset[1] && weight[0] == 1 && weight[1] == 1;
    }

    /// Returns the sums, or null if this is no enlargement by 2 with 1, 2 or 4 taps, or less than three quarters of the outputs are regular.
    static ColumnSums of(TapTable table) {
        int from = table.regularFrom(2, 1);
        int to = table.regularTo(2, 1);
        to -= (to - from) % 2;
        int taps = table.count(from);
        boolean isWorthIt = to - from >= 2 * Lanes.COUNT && 4L * (to - from) >= 3L * table.outSize();
        boolean isWritten = (taps == 1 || taps == 2 || taps == 4) && table.count(from + 1) == taps;
        return isWorthIt && isWritten ? new ZippedSums(table, from, to) : null;
    }

    @Override
    public void apply(float[] x, int at, float[] y, int atY) {
        table.apply(x, at, y, atY, 0, from);
        int n = (to - from) / 2;
        int whole = n - n % Lanes.COUNT;
        zip(x, at, whole, y, atY + from);
        if (whole < n) zip(x, at + n - Lanes.COUNT, Lanes.COUNT, y, atY + to - 2 * Lanes.COUNT);
        table.apply(x, at, y, atY, to, table.outSize());
    }

    /// Computes `2n` outputs, where `n` is a multiple of the vector.
    private void zip(float[] x, int at, int n, float[] y, int atY) {
        if (isDoubling) {
            doubled(x, at + offset[0], n, y, atY);
        } else {
            switch (taps) {
                case 1 -> zip1(x, at, n, offset, weight, y, atY);
                case 2 -> zip2(x, at, n, offset, weight, y, atY);
                default -> zip4(x, at, n, offset, weight, y, atY);
            }
        }
    }

    private static void doubled(float[] x, int at, int n, float[] y, int atY) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.FLOATS, x, at + i);
            v.rearrange(Zip.LOW).intoArray(y, atY + 2 * i);
            v.rearrange(Zip.HIGH).intoArray(y, atY + 2 * i + Lanes.COUNT);
        }
    }

    private static void zip1(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        int a = at + offset[0];
        int b = at + offset[1];
        float wa = weight[0];
        float wb = weight[1];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector even = FloatVector.fromArray(Lanes.FLOATS, x, a + i).mul(wa);
            FloatVector odd = FloatVector.fromArray(Lanes.FLOATS, x, b + i).mul(wb);
            even.rearrange(Zip.LOW).blend(odd.rearrange(Zip.LOW), Zip.ODD).intoArray(y, atY + 2 * i);
            even.rearrange(Zip.HIGH).blend(odd.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, atY + 2 * i + Lanes.COUNT);
        }
    }

    private static void zip2(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int a0 = at + offset[0];
        int a1 = at + offset[1];
        int b0 = at + offset[2];
        int b1 = at + offset[3];
        float wa0 = weight[0];
        float wa1 = weight[1];
        float wb0 = weight[2];
        float wb1 = weight[3];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector even = FloatVector.fromArray(s, x, a0 + i).mul(wa0);
            even = FloatVector.fromArray(s, x, a1 + i).fma(FloatVector.broadcast(s, wa1), even);
            FloatVector odd = FloatVector.fromArray(s, x, b0 + i).mul(wb0);
            odd = FloatVector.fromArray(s, x, b1 + i).fma(FloatVector.broadcast(s, wb1), odd);
            even.rearrange(Zip.LOW).blend(odd.rearrange(Zip.LOW), Zip.ODD).intoArray(y, atY + 2 * i);
            even.rearrange(Zip.HIGH).blend(odd.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, atY + 2 * i + Lanes.COUNT);
        }
    }

    private static void zip4(float[] x, int at, int n, int[] offset, float[] weight, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int a0 = at + offset[0];
        int a1 = at + offset[1];
        int a2 = at + offset[2];
        int a3 = at + offset[3];
        int b0 = at + offset[4];
        int b1 = at + offset[5];
        int b2 = at + offset[6];
        int b3 = at + offset[7];
        float wa0 = weight[0];
        float wa1 = weight[1];
        float wa2 = weight[2];
        float wa3 = weight[3];
        float wb0 = weight[4];
        float wb1 = weight[5];
        float wb2 = weight[6];
        float wb3 = weight[7];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector even = FloatVector.fromArray(s, x, a0 + i).mul(wa0);
            even = FloatVector.fromArray(s, x, a1 + i).fma(FloatVector.broadcast(s, wa1), even);
            even = FloatVector.fromArray(s, x, a2 + i).fma(FloatVector.broadcast(s, wa2), even);
            even = FloatVector.fromArray(s, x, a3 + i).fma(FloatVector.broadcast(s, wa3), even);
            FloatVector odd = FloatVector.fromArray(s, x, b0 + i).mul(wb0);
            odd = FloatVector.fromArray(s, x, b1 + i).fma(FloatVector.broadcast(s, wb1), odd);
            odd = FloatVector.fromArray(s, x, b2 + i).fma(FloatVector.broadcast(s, wb2), odd);
            odd = FloatVector.fromArray(s, x, b3 + i).fma(FloatVector.broadcast(s, wb3), odd);
            even.rearrange(Zip.LOW).blend(odd.rearrange(Zip.LOW), Zip.ODD).intoArray(y, atY + 2 * i);
            even.rearrange(Zip.HIGH).blend(odd.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, atY + 2 * i + Lanes.COUNT);
        }
    }
}
