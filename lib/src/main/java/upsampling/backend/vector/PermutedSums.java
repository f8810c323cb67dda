package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The sums of any table whose neighbouring outputs read cells near each other, which is every enlargement and every moderate reduction. Plain twin:
/// {@link TapTable#apply}.
///
/// ```
/// one vector of outputs, o = start, start+1, ...:     sum over t of weight(o, t) * permuted(load(x, base(t)), cell(o, t) - base(t))
/// ```
/// The `t`-th cells of these outputs lie within one vector from `base(t)` on; a permutation brings each to its place. Borders need no code of their
/// own: they are only other numbers in the table. If the cells lie so far apart that fewer outputs than a vector holds fit, the rest of the vector is
/// garbage, which the next one overwrites.
///
/// Outputs have different numbers of taps at borders. A weight of 0 would not do to fill up, since `0 * infinity` is NaN. So the last tap is taken
/// in halves, twice `w/2 * x`. An output without any tap, as in zero insertion, is set to 0 behind the sum.
final class PermutedSums implements ColumnSums {
    /// A vector should yield at least so many outputs, or the plain loop is as fast.
    private static final int LEAST = Math.max(2, Lanes.COUNT / 4);

    private static final int MOST_HALVINGS = 16;

    private final TapTable table;
    private final int taps;
    private final int vectors;
    private final int vectorized; // outputs 0 .. vectorized-1 are right after the vectors, the others need the plain loop
    private final int[] start; // first output of each vector
    private final int[] base; // [vector][tap]
    private final float[] place; // [vector][tap][lane]; float, since to build a shuffle from ints is ten times as slow as to permute by a float vector
    private final float[] weight; // [vector][tap][lane]

    private PermutedSums(TapTable table, int[] start, int vectors, int vectorized) {
        this.table = table;
        this.taps = Math.max(1, table.most());
        this.vectors = vectors;
        this.vectorized = vectorized;
        this.start = start;
        base = new int[vectors * taps];
        place = new float[vectors * taps * Lanes.COUNT];
        weight = new float[vectors * taps * Lanes.COUNT];
        for (int v = 0; v < vectors; v++) {
            for (int t = 0; t < taps; t++) fill(v, t);
        }
    }

    /// Returns the sums, or null if the cells of neighbouring outputs lie too far apart.
    static ColumnSums of(TapTable table) {
        if (table.most() - table.least() > MOST_HALVINGS) return null;
        int[] start = new int[Math.ceilDiv(table.outSize(), LEAST) + 1];
        int vectors = 0;
        int done = 0;
        int last = table.outSize() - Lanes.COUNT; // a vector cannot begin behind it
        while (done < table.outSize()) {
            int begin = Math.min(done, last);
            int fitting = fitting(table, begin);
            if (begin + fitting <= done || begin < last && fitting < LEAST) {
                if (begin < last) return null;
                break; // the end of the row, from the last whole vector on
            }
            start[vectors++] = begin;
            done = begin + fitting;
        }
        return new PermutedSums(table, start, vectors, done);
    }

    /// Returns for how many outputs, at most a vector of them, the cells of every tap lie within a vector.
    private static int fitting(TapTable table, int begin) {
        int fitting = Lanes.COUNT;
        for (int t = 0; t < table.most(); t++) {
            int low = Integer.MAX_VALUE;
            int high = -1;
            for (int lane = 0; lane < fitting; lane++) {
                int cell = cell(table, begin + lane, t);
                if (cell < 0) continue;
                low = Math.min(low, cell);
                high = Math.max(high, cell);
                if (high - low >= Lanes.COUNT) fitting = lane;
            }
        }
        return fitting;
    }

    /// Returns the cell of a tap; the last one counts again if there are fewer; -1 if there is none.
    private static int cell(TapTable table, int o, int t) {
        return table.count(o) == 0 ? -1 : table.cell()[Math.min(table.first()[o] + t, table.first()[o + 1] - 1)];
    }

    private void fill(int v, int t) {
        int fitting = (v + 1 < vectors ? start[v + 1] : vectorized) - start[v];
        int low = table.inSize() - Lanes.COUNT;
        for (int lane = 0; lane < fitting; lane++) {
            int cell = cell(table, start[v] + lane, t);
            if (cell >= 0) low = Math.min(low, cell);
        }
        int at = (v * taps + t) * Lanes.COUNT;
        base[v * taps + t] = low;
        for (int lane = 0; lane < fitting; lane++) {
            int cell = cell(table, start[v] + lane, t);
            if (cell < 0) continue;
            place[at + lane] = cell - low;
            weight[at + lane] = weight(start[v] + lane, t);
        }
    }

    /// Returns the weight of a tap. The last of fewer taps is halved as often as it counts again: `w/2 + w/4 + ... + w/2^k + w/2^k = w`.
    private float weight(int o, int t) {
        int own = table.count(o) - 1;
        float w = table.weight()[table.first()[o] + Math.min(t, own)];
        if (t < own || taps == own + 1) return w;
        return Math.scalb(w, -Math.min(t - own + 1, taps - 1 - own));
    }

    @Override
    public void apply(float[] x, int at, float[] y, int atY) {
        if (table.least() == 0) {
            sumsOrZeros(x, at, y, atY);
        } else {
            switch (taps) {
                case 1 -> sums1(x, at, y, atY);
                case 2 -> sums2(x, at, y, atY);
                case 4 -> sums4(x, at, y, atY);
                default -> sums(x, at, y, atY);
            }
        }
        table.apply(x, at, y, atY, vectorized, table.outSize());
    }

    private void sums1(float[] x, int at, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int v = 0; v < vectors; v++) {
            int i = v * Lanes.COUNT;
            FloatVector found = FloatVector.fromArray(s, place, i).selectFrom(FloatVector.fromArray(s, x, at + base[v]));
            found.mul(FloatVector.fromArray(s, weight, i)).intoArray(y, atY + start[v]);
        }
    }

    /// Two taps written out: linear interpolation.
    private void sums2(float[] x, int at, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int v = 0; v < vectors; v++) {
            int i = v * 2 * l;
            FloatVector left = FloatVector.fromArray(s, place, i).selectFrom(FloatVector.fromArray(s, x, at + base[2 * v]));
            FloatVector right = FloatVector.fromArray(s, place, i + l).selectFrom(FloatVector.fromArray(s, x, at + base[2 * v + 1]));
            FloatVector sum = left.mul(FloatVector.fromArray(s, weight, i));
            right.fma(FloatVector.fromArray(s, weight, i + l), sum).intoArray(y, atY + start[v]);
        }
    }

    /// Four taps written out: cubic interpolation, and the adjoint of linear interpolation by 2.
    private void sums4(float[] x, int at, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int v = 0; v < vectors; v++) {
            int b = 4 * v;
            int i = b * l;
            FloatVector x0 = FloatVector.fromArray(s, place, i).selectFrom(FloatVector.fromArray(s, x, at + base[b]));
            FloatVector x1 = FloatVector.fromArray(s, place, i + l).selectFrom(FloatVector.fromArray(s, x, at + base[b + 1]));
            FloatVector x2 = FloatVector.fromArray(s, place, i + 2 * l).selectFrom(FloatVector.fromArray(s, x, at + base[b + 2]));
            FloatVector x3 = FloatVector.fromArray(s, place, i + 3 * l).selectFrom(FloatVector.fromArray(s, x, at + base[b + 3]));
            FloatVector sum = x0.mul(FloatVector.fromArray(s, weight, i));
            sum = x1.fma(FloatVector.fromArray(s, weight, i + l), sum);
            sum = x2.fma(FloatVector.fromArray(s, weight, i + 2 * l), sum);
            x3.fma(FloatVector.fromArray(s, weight, i + 3 * l), sum).intoArray(y, atY + start[v]);
        }
    }

    private void sums(float[] x, int at, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int v = 0; v < vectors; v++) {
            int first = v * taps;
            FloatVector sum = FloatVector.fromArray(s, place, first * Lanes.COUNT).selectFrom(FloatVector.fromArray(s, x, at + base[first]));
            sum = sum.mul(FloatVector.fromArray(s, weight, first * Lanes.COUNT));
            for (int b = first + 1; b < first + taps; b++) {
                FloatVector found = FloatVector.fromArray(s, place, b * Lanes.COUNT).selectFrom(FloatVector.fromArray(s, x, at + base[b]));
                sum = found.fma(FloatVector.fromArray(s, weight, b * Lanes.COUNT), sum);
            }
            sum.intoArray(y, atY + start[v]);
        }
    }

    /// As {@link #sums}; an output whose weights are 0 becomes 0, whatever stands in the cells.
    private void sumsOrZeros(float[] x, int at, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int v = 0; v < vectors; v++) {
            int first = v * taps;
            FloatVector sum = FloatVector.fromArray(s, place, first * Lanes.COUNT).selectFrom(FloatVector.fromArray(s, x, at + base[first]));
            sum = sum.mul(FloatVector.fromArray(s, weight, first * Lanes.COUNT));
            for (int b = first + 1; b < first + taps; b++) {
                FloatVector found = FloatVector.fromArray(s, place, b * Lanes.COUNT).selectFrom(FloatVector.fromArray(s, x, at + base[b]));
                sum = found.fma(FloatVector.fromArray(s, weight, b * Lanes.COUNT), sum);
            }
            VectorMask<Float> none = FloatVector.fromArray(s, weight, first * Lanes.COUNT).compare(VectorOperators.EQ, 0f);
            sum.blend(0f, none).intoArray(y, atY + start[v]);
        }
    }
}
