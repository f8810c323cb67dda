package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Weighted sums of whole rows, `y[w] = sum of weight(t)*x[cell(t)][w]`: vectors at their best, since neighbours do the same with neighbours.
///
/// Rows narrower than a vector take the plain loop. Two outputs that read the same rows, as in every enlargement, are computed together: the rows are
/// then loaded once.
final class RowSums {
    private enum Kind {
        /// The output is the same as the one before it.
        COPY,
        /// The output and the next one read the same rows.
        PAIR,
        SINGLE
    }

    private final TapTable table;
    private final int width;
    private final int whole; // cells of a row that fill whole vectors
    private final Kind[] kind; // of each output

    /// @param width cells of a row
    RowSums(TapTable table, int width) {
        this.table = table;
        this.width = width;
        whole = width - width % Lanes.COUNT;
        kind = new Kind[table.outSize()];
        for (int o = 0; o < kind.length; o++) {
            boolean isCopy = o > 0 && table.same(o - 1, o);
            boolean isPair = o + 1 < kind.length && (table.count(o) == 2 || table.count(o) == 4) && table.sameCells(o, o + 1) && !table.same(o, o + 1);
            kind[o] = isCopy ? Kind.COPY : isPair && whole > 0 ? Kind.PAIR : Kind.SINGLE;
        }
    }

    /// Computes the output rows `from .. to-1`.
    ///
    /// @param x holds input row `h` at `at + h*width`
    /// @param y receives output row `o` at `atY + o*width`
    void apply(float[] x, int at, int from, int to, float[] y, int atY) {
        for (int o = from; o < to; o++) {
            int row = atY + o * width;
            if (o > from && kind[o] == Kind.COPY) {
                System.arraycopy(y, row - width, y, row, width);
            } else if (o + 1 < to && kind[o] == Kind.PAIR) {
                pair(x, at, o, whole, y, row);
                if (whole < width) pair(x, at + width - Lanes.COUNT, o, Lanes.COUNT, y, row + width - Lanes.COUNT);
                o++;
            } else {
                apply(x, at, o, y, row);
            }
        }
    }

    /// Computes one output row.
    ///
    /// @param atY where it goes
    void apply(float[] x, int at, int o, float[] y, int atY) {
        int t = table.first()[o];
        int end = table.first()[o + 1];
        if (t == end) {
            Arrays.fill(y, atY, atY + width, 0);
        } else if (end - t == 1 && table.weight()[t] == 1) {
            System.arraycopy(x, row(at, t), y, atY, width);
        } else if (whole == 0) {
            plain(x, at, t, end, y, atY);
        } else {
            sum(x, at, t, end, whole, y, atY);
            if (whole < width) sum(x, at + width - Lanes.COUNT, t, end, Lanes.COUNT, y, atY + width - Lanes.COUNT);
        }
    }

    private void pair(float[] x, int at, int o, int n, float[] y, int atY) {
        int a = table.first()[o];
        int b = table.first()[o + 1];
        float[] weight = table.weight();
        if (table.count(o) == 2) {
            pair2(x, row(at, a), row(at, a + 1), n, weight, a, b, y, atY, atY + width);
        } else {
            pair4(x, row(at, a), row(at, a + 1), row(at, a + 2), row(at, a + 3), n, weight, a, b, y, atY, atY + width);
        }
    }

    /// Returns where the input row of a tap begins.
    private int row(int at, int tap) {
        return at + table.cell()[tap] * width;
    }

    private void plain(float[] x, int at, int from, int to, float[] y, int atY) {
        for (int w = 0; w < width; w++) {
            float sum = 0;
            for (int t = from; t < to; t++) sum += table.weight()[t] * x[row(at, t) + w];
            y[atY + w] = sum;
        }
    }

    /// Computes `n` cells, a multiple of the vector. Four rows at a time: so many are read in one go without storing a sum between them.
    private void sum(float[] x, int at, int from, int to, int n, float[] y, int atY) {
        float[] weight = table.weight();
        int t = from;
        switch ((to - from) % 4) {
            case 1 -> first1(x, row(at, t), weight[t], n, y, atY);
            case 2 -> first2(x, row(at, t), row(at, t + 1), weight[t], weight[t + 1], n, y, atY);
            case 3 -> first3(x, row(at, t), row(at, t + 1), row(at, t + 2), weight[t], weight[t + 1], weight[t + 2], n, y, atY);
            default -> first4(x, row(at, t), row(at, t + 1), row(at, t + 2), row(at, t + 3), weight, t, n, y, atY);
        }
        t += (to - from - 1) % 4 + 1;
        for (; t < to; t += 4) {
            more4(x, row(at, t), row(at, t + 1), row(at, t + 2), row(at, t + 3), weight, t, n, y, atY);
        }
    }

    private static void first1(float[] x, int a, float wa, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, x, a + i).mul(wa).intoArray(y, at + i);
        }
    }

    private static void first2(float[] x, int a, int b, float wa, float wb, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, a + i).mul(wa);
            FloatVector.fromArray(s, x, b + i).fma(FloatVector.broadcast(s, wb), sum).intoArray(y, at + i);
        }
    }

    private static void first3(float[] x, int a, int b, int c, float wa, float wb, float wc, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, a + i).mul(wa);
            sum = FloatVector.fromArray(s, x, b + i).fma(FloatVector.broadcast(s, wb), sum);
            FloatVector.fromArray(s, x, c + i).fma(FloatVector.broadcast(s, wc), sum).intoArray(y, at + i);
        }
    }

    private static void first4(float[] x, int a, int b, int c, int d, float[] weight, int t, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        float wt0 = weight[t];
        float wt1 = weight[t + 1];
        float wt2 = weight[t + 2];
        float wt3 = weight[t + 3];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, a + i).mul(wt0);
            sum = FloatVector.fromArray(s, x, b + i).fma(FloatVector.broadcast(s, wt1), sum);
            sum = FloatVector.fromArray(s, x, c + i).fma(FloatVector.broadcast(s, wt2), sum);
            FloatVector.fromArray(s, x, d + i).fma(FloatVector.broadcast(s, wt3), sum).intoArray(y, at + i);
        }
    }

    /// Adds four rows to a sum.
    private static void more4(float[] x, int a, int b, int c, int d, float[] weight, int t, int n, float[] y, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        float wt0 = weight[t];
        float wt1 = weight[t + 1];
        float wt2 = weight[t + 2];
        float wt3 = weight[t + 3];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(s, x, a + i).fma(FloatVector.broadcast(s, wt0), FloatVector.fromArray(s, y, at + i));
            sum = FloatVector.fromArray(s, x, b + i).fma(FloatVector.broadcast(s, wt1), sum);
            sum = FloatVector.fromArray(s, x, c + i).fma(FloatVector.broadcast(s, wt2), sum);
            FloatVector.fromArray(s, x, d + i).fma(FloatVector.broadcast(s, wt3), sum).intoArray(y, at + i);
        }
    }

    /// Two output rows of the same two input rows; their weights begin at `t` and at `u`, they themselves at `low` and at `high`.
    private static void pair2(float[] x, int a, int b, int n, float[] weight, int t, int u, float[] y, int low, int high) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        float wt0 = weight[t];
        float wt1 = weight[t + 1];
        float wu0 = weight[u];
        float wu1 = weight[u + 1];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector xa = FloatVector.fromArray(s, x, a + i);
            FloatVector xb = FloatVector.fromArray(s, x, b + i);
            xb.fma(FloatVector.broadcast(s, wt1), xa.mul(wt0)).intoArray(y, low + i);
            xb.fma(FloatVector.broadcast(s, wu1), xa.mul(wu0)).intoArray(y, high + i);
        }
    }

    /// Two output rows of the same four input rows.
    private static void pair4(float[] x, int a, int b, int c, int d, int n, float[] weight, int t, int u, float[] y, int low, int high) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        float wt0 = weight[t];
        float wt1 = weight[t + 1];
        float wt2 = weight[t + 2];
        float wt3 = weight[t + 3];
        float wu0 = weight[u];
        float wu1 = weight[u + 1];
        float wu2 = weight[u + 2];
        float wu3 = weight[u + 3];
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector xa = FloatVector.fromArray(s, x, a + i);
            FloatVector xb = FloatVector.fromArray(s, x, b + i);
            FloatVector xc = FloatVector.fromArray(s, x, c + i);
            FloatVector xd = FloatVector.fromArray(s, x, d + i);
            FloatVector first = xb.fma(FloatVector.broadcast(s, wt1), xa.mul(wt0));
            first = xc.fma(FloatVector.broadcast(s, wt2), first);
            xd.fma(FloatVector.broadcast(s, wt3), first).intoArray(y, low + i);
            FloatVector second = xb.fma(FloatVector.broadcast(s, wu1), xa.mul(wu0));
            second = xc.fma(FloatVector.broadcast(s, wu2), second);
            xd.fma(FloatVector.broadcast(s, wu3), second).intoArray(y, high + i);
        }
    }
}
