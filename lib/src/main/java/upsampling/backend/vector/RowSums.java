package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Weighted sums of whole rows, `y[w] = sum of weight(t)*x[cell(t)][w]`: vectors at their best, since neighbours do the same with neighbours.
///
/// Rows narrower than a vector take the plain loop. Two outputs that read the same rows, as in every enlargement, are computed together: the rows are then
/// loaded once.
final class RowSums {
    private final TapTable table;
    private final int width;

    /// @param width cells of a row
    RowSums(TapTable table, int width) {
        this.table = table;
        this.width = width;
    }

    /// Computes the output rows `from .. to-1`.
    ///
    /// @param x holds input row `h` at `at + h*width`
    /// @param y receives output row `o` at `atY + o*width`
    void apply(float[] x, int at, int from, int to, float[] y, int atY) {
        for (int o = from; o < to; o++) {
            if (o > from && table.same(o - 1, o)) {
                System.arraycopy(y, atY + (o - 1) * width, y, atY + o * width, width);
            } else if (o + 1 < to && isPair(o)) {
                pair(x, at, o, y, atY + o * width);
                o++;
            } else {
                apply(x, at, o, y, atY + o * width);
            }
        }
    }

    /// Whether an output and the next one can be computed together.
    private boolean isPair(int o) {
        int count = table.count(o);
        return (count == 2 || count == 4) && width >= Lanes.COUNT && table.sameCells(o, o + 1) && !table.same(o, o + 1);
    }

    private void pair(float[] x, int at, int o, float[] y, int atY) {
        int a = table.first()[o];
        int b = table.first()[o + 1];
        int[] cell = table.cell();
        float[] weight = table.weight();
        if (table.count(o) == 2) {
            pair2(x, at + cell[a] * width, at + cell[a + 1] * width, width, weight, a, b, y, atY);
        } else {
            pair4(x, at + cell[a] * width, at + cell[a + 1] * width, at + cell[a + 2] * width, at + cell[a + 3] * width, width, weight, a, b, y, atY);
        }
    }

    /// Computes one output row.
    ///
    /// @param atY where it goes
    void apply(float[] x, int at, int o, float[] y, int atY) {
        int t = table.first()[o];
        int end = table.first()[o + 1];
        int[] cell = table.cell();
        float[] weight = table.weight();
        if (t == end) {
            Arrays.fill(y, atY, atY + width, 0);
        } else if (end - t == 1 && weight[t] == 1) {
            System.arraycopy(x, at + cell[t] * width, y, atY, width);
        } else if (width < Lanes.COUNT) {
            plain(x, at, t, end, y, atY);
        } else {
            sum(x, at, t, end, y, atY);
        }
    }

    private void plain(float[] x, int at, int from, int to, float[] y, int atY) {
        for (int w = 0; w < width; w++) {
            float sum = 0;
            for (int t = from; t < to; t++) sum += table.weight()[t] * x[at + table.cell()[t] * width + w];
            y[atY + w] = sum;
        }
    }

    /// Four rows at a time: so many rows are read in one go without storing a sum between them.
    private void sum(float[] x, int at, int from, int to, float[] y, int atY) {
        int[] cell = table.cell();
        float[] weight = table.weight();
        int t = from;
        switch ((to - from) % 4) {
            case 1 -> first1(x, at + cell[t] * width, weight[t], width, y, atY);
            case 2 -> first2(x, at + cell[t] * width, at + cell[t + 1] * width, weight[t], weight[t + 1], width, y, atY);
            case 3 -> first3(x, at + cell[t] * width, at + cell[t + 1] * width, at + cell[t + 2] * width, weight[t], weight[t + 1], weight[t + 2], width, y, atY);
            default -> first4(x, at + cell[t] * width, at + cell[t + 1] * width, at + cell[t + 2] * width, at + cell[t + 3] * width, weight, t, width, y, atY);
        }
        t += (to - from - 1) % 4 + 1;
        for (; t < to; t += 4) {
            more4(x, at + cell[t] * width, at + cell[t + 1] * width, at + cell[t + 2] * width, at + cell[t + 3] * width, weight, t, width, y, atY);
        }
    }

    private static void first1(float[] x, int a, float wa, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector.fromArray(s, x, a + k).mul(wa).intoArray(y, at + k);
        }
    }

    private static void first2(float[] x, int a, int b, float wa, float wb, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector sum = FloatVector.fromArray(s, x, a + k).mul(wa);
            FloatVector.fromArray(s, x, b + k).fma(FloatVector.broadcast(s, wb), sum).intoArray(y, at + k);
        }
    }

    private static void first3(float[] x, int a, int b, int c, float wa, float wb, float wc, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector sum = FloatVector.fromArray(s, x, a + k).mul(wa);
            sum = FloatVector.fromArray(s, x, b + k).fma(FloatVector.broadcast(s, wb), sum);
            FloatVector.fromArray(s, x, c + k).fma(FloatVector.broadcast(s, wc), sum).intoArray(y, at + k);
        }
    }

    private static void first4(float[] x, int a, int b, int c, int d, float[] weight, int t, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector sum = FloatVector.fromArray(s, x, a + k).mul(weight[t]);
            sum = FloatVector.fromArray(s, x, b + k).fma(FloatVector.broadcast(s, weight[t + 1]), sum);
            sum = FloatVector.fromArray(s, x, c + k).fma(FloatVector.broadcast(s, weight[t + 2]), sum);
            FloatVector.fromArray(s, x, d + k).fma(FloatVector.broadcast(s, weight[t + 3]), sum).intoArray(y, at + k);
        }
    }

    /// Adds four rows to a sum. Here the last vector must not overlap the one before it, which has its sum already: the rest takes the plain loop.
    private static void more4(float[] x, int a, int b, int c, int d, float[] weight, int t, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, a + i).fma(FloatVector.broadcast(s, weight[t]), FloatVector.fromArray(s, y, at + i));
            sum = FloatVector.fromArray(s, x, b + i).fma(FloatVector.broadcast(s, weight[t + 1]), sum);
            sum = FloatVector.fromArray(s, x, c + i).fma(FloatVector.broadcast(s, weight[t + 2]), sum);
            FloatVector.fromArray(s, x, d + i).fma(FloatVector.broadcast(s, weight[t + 3]), sum).intoArray(y, at + i);
        }
        for (; i < n; i++) y[at + i] += weight[t] * x[a + i] + weight[t + 1] * x[b + i] + weight[t + 2] * x[c + i] + weight[t + 3] * x[d + i];
    }

    /// Two output rows of the same two input rows; their weights begin at `t` and at `u`.
    private static void pair2(float[] x, int a, int b, int n, float[] weight, int t, int u, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector xa = FloatVector.fromArray(s, x, a + k);
            FloatVector xb = FloatVector.fromArray(s, x, b + k);
            xb.fma(FloatVector.broadcast(s, weight[t + 1]), xa.mul(weight[t])).intoArray(y, at + k);
            xb.fma(FloatVector.broadcast(s, weight[u + 1]), xa.mul(weight[u])).intoArray(y, at + n + k);
        }
    }

    /// Two output rows of the same four input rows.
    private static void pair4(float[] x, int a, int b, int c, int d, int n, float[] weight, int t, int u, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector xa = FloatVector.fromArray(s, x, a + k);
            FloatVector xb = FloatVector.fromArray(s, x, b + k);
            FloatVector xc = FloatVector.fromArray(s, x, c + k);
            FloatVector xd = FloatVector.fromArray(s, x, d + k);
            FloatVector low = xb.fma(FloatVector.broadcast(s, weight[t + 1]), xa.mul(weight[t]));
            low = xc.fma(FloatVector.broadcast(s, weight[t + 2]), low);
            xd.fma(FloatVector.broadcast(s, weight[t + 3]), low).intoArray(y, at + k);
            FloatVector high = xb.fma(FloatVector.broadcast(s, weight[u + 1]), xa.mul(weight[u]));
            high = xc.fma(FloatVector.broadcast(s, weight[u + 2]), high);
            xd.fma(FloatVector.broadcast(s, weight[u + 3]), high).intoArray(y, at + n + k);
        }
    }
}
