package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Sums of windows, for average pools. Its twin for maxima, {@link WindowMaxima}, has the same loops: a vector operation that came as an argument would be boxed.
final class WindowSums implements Windows {
    /// Lane `i` takes lane `2i` in the lower half, and `2i+1` (counted from the end of a vector that begins one cell earlier) in the upper half.
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(Lanes.FLOATS, lane -> 2 * lane % Lanes.COUNT);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(Lanes.FLOATS, lane -> (2 * lane + 1) % Lanes.COUNT);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(Lanes.FLOATS, -1L << Lanes.COUNT / 2 & (1L << Lanes.COUNT) - 1);

    @Override
    public float neutral() {
        return 0;
    }

    @Override
    public void combine(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        if (count == 1) {
            System.arraycopy(x, at, y, atY, n);
        } else if (n < Lanes.COUNT) {
            plain(x, at, 1, step, count, 0, n, y, atY);
        } else if (count == 2) {
            two(x, at, step, n, y, atY);
        } else if (count == 3) {
            three(x, at, step, n, y, atY);
        } else {
            many(x, at, step, count, n, y, atY);
        }
    }

    @Override
    public void combine(float[] x, int at, int stride, int step, int count, int n, float[] y, int atY) {
        if (stride == 1) {
            combine(x, at, step, count, n, y, atY);
        } else if (stride > 2 || n < Lanes.COUNT) {
            plain(x, at, stride, step, count, 0, n, y, atY);
        } else if (count == 2) {
            twoOfEverySecond(x, at, step, n, y, atY);
        } else if (count == 3) {
            threeOfEverySecond(x, at, step, n, y, atY);
        } else {
            manyOfEverySecond(x, at, step, count, n, y, atY);
        }
    }

    @Override
    public void combineSquares(float[] x, int a, int b, int n, float[] y, int atY) {
        if (n < Lanes.COUNT) {
            for (int i = 0; i < n; i++) y[atY + i] = x[a + 2 * i] + x[b + 2 * i] + (x[a + 2 * i + 1] + x[b + 2 * i + 1]);
        } else {
            squares(x, a, b, n, y, atY);
        }
    }

    private static void plain(float[] x, int at, int stride, int step, int count, int from, int to, float[] y, int atY) {
        for (int i = from; i < to; i++) {
            float sum = x[at + i * stride];
            for (int t = 1; t < count; t++) sum += x[at + i * stride + t * step];
            y[atY + i] = sum;
        }
    }

    private static void two(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector.fromArray(s, x, at + k).add(FloatVector.fromArray(s, x, at + step + k)).intoArray(y, atY + k);
        }
    }

    private static void three(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector two = FloatVector.fromArray(s, x, at + k).add(FloatVector.fromArray(s, x, at + step + k));
            two.add(FloatVector.fromArray(s, x, at + 2 * step + k)).intoArray(y, atY + k);
        }
    }

    private static void many(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            FloatVector sum = FloatVector.fromArray(s, x, at + k);
            for (int t = 1; t < count; t++) sum = sum.add(FloatVector.fromArray(s, x, at + t * step + k));
            sum.intoArray(y, atY + k);
        }
    }

    // With stride 2, two vectors are computed as if the stride were 1, and every second lane of them is kept. That costs twice the operations, but
    // only one permutation per vector, which is what is dear. The second vector begins one cell earlier and keeps its odd lanes: so it ends with the last cell that
    // is needed, and reads nothing behind the row.

    private static void twoOfEverySecond(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            int low = at + 2 * k;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low).add(FloatVector.fromArray(s, x, low + step));
            FloatVector w = FloatVector.fromArray(s, x, high).add(FloatVector.fromArray(s, x, high + step));
            v.rearrange(EVEN).blend(w.rearrange(ODD), UPPER).intoArray(y, atY + k);
        }
    }

    private static void threeOfEverySecond(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            int low = at + 2 * k;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low).add(FloatVector.fromArray(s, x, low + step));
            FloatVector w = FloatVector.fromArray(s, x, high).add(FloatVector.fromArray(s, x, high + step));
            v = v.add(FloatVector.fromArray(s, x, low + 2 * step));
            w = w.add(FloatVector.fromArray(s, x, high + 2 * step));
            v.rearrange(EVEN).blend(w.rearrange(ODD), UPPER).intoArray(y, atY + k);
        }
    }

    private static void manyOfEverySecond(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            int low = at + 2 * k;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low);
            FloatVector w = FloatVector.fromArray(s, x, high);
            for (int t = 1; t < count; t++) {
                v = v.add(FloatVector.fromArray(s, x, low + t * step));
                w = w.add(FloatVector.fromArray(s, x, high + t * step));
            }
            v.rearrange(EVEN).blend(w.rearrange(ODD), UPPER).intoArray(y, atY + k);
        }
    }

    private static void squares(float[] x, int a, int b, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int last = n - Lanes.COUNT;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int k = Math.min(i, last);
            int low = 2 * k;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, a + low).add(FloatVector.fromArray(s, x, b + low));
            FloatVector v1 = FloatVector.fromArray(s, x, a + low + 1).add(FloatVector.fromArray(s, x, b + low + 1));
            FloatVector w = FloatVector.fromArray(s, x, a + high).add(FloatVector.fromArray(s, x, b + high));
            FloatVector w1 = FloatVector.fromArray(s, x, a + high + 1).add(FloatVector.fromArray(s, x, b + high + 1));
            v.add(v1).rearrange(EVEN).blend(w.add(w1).rearrange(ODD), UPPER).intoArray(y, atY + k);
        }
    }
}
