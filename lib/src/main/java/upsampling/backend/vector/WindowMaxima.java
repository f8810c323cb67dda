package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Maxima of windows, for max pools; NaN wins, as in `Math.max`. Its twin for sums is {@link WindowSums}.
final class WindowMaxima implements Windows {
    @Override
    public float neutral() {
        return Float.NEGATIVE_INFINITY;
    }

    @Override
    public void combine(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        int whole = n - n % Lanes.COUNT;
        if (count == 1) {
            System.arraycopy(x, at, y, atY, n);
        } else if (whole == 0) {
            plain(x, at, 1, step, count, n, y, atY);
        } else {
            whole(x, at, step, count, whole, y, atY);
            if (whole < n) whole(x, at + n - Lanes.COUNT, step, count, Lanes.COUNT, y, atY + n - Lanes.COUNT);
        }
    }

    @Override
    public void combine(float[] x, int at, int stride, int step, int count, int n, float[] y, int atY) {
        int whole = n - n % Lanes.COUNT;
        if (stride == 1) {
            combine(x, at, step, count, n, y, atY);
        } else if (stride > 2 || whole == 0) {
            plain(x, at, stride, step, count, n, y, atY);
        } else {
            everySecond(x, at, step, count, whole, y, atY);
            if (whole < n) everySecond(x, at + 2 * (n - Lanes.COUNT), step, count, Lanes.COUNT, y, atY + n - Lanes.COUNT);
        }
    }

    @Override
    public void combineSquares(float[] x, int a, int b, int n, float[] y, int atY) {
        int whole = n - n % Lanes.COUNT;
        if (whole == 0) {
            for (int i = 0; i < n; i++) y[atY + i] = Math.max(Math.max(x[a + 2 * i], x[b + 2 * i]), Math.max(x[a + 2 * i + 1], x[b + 2 * i + 1]));
        } else {
            squares(x, a, b, whole, y, atY);
            int rest = n - Lanes.COUNT;
            if (whole < n) squares(x, a + 2 * rest, b + 2 * rest, Lanes.COUNT, y, atY + rest);
        }
    }

    private static void plain(float[] x, int at, int stride, int step, int count, int n, float[] y, int atY) {
        for (int i = 0; i < n; i++) {
            float max = x[at + i * stride];
            for (int t = 1; t < count; t++) max = Math.max(max, x[at + i * stride + t * step]);
            y[atY + i] = max;
        }
    }

    // From here on `n` is a multiple of the vector.

    private static void whole(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        switch (count) {
            case 2 -> two(x, at, step, n, y, atY);
            case 3 -> three(x, at, step, n, y, atY);
            default -> many(x, at, step, count, n, y, atY);
        }
    }

    private static void two(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector.fromArray(s, x, at + i).max(FloatVector.fromArray(s, x, at + step + i)).intoArray(y, atY + i);
        }
    }

    private static void three(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector two = FloatVector.fromArray(s, x, at + i).max(FloatVector.fromArray(s, x, at + step + i));
            two.max(FloatVector.fromArray(s, x, at + 2 * step + i)).intoArray(y, atY + i);
        }
    }

    private static void many(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector max = FloatVector.fromArray(s, x, at + i);
            for (int t = 1; t < count; t++) max = max.max(FloatVector.fromArray(s, x, at + t * step + i));
            max.intoArray(y, atY + i);
        }
    }

    // With stride 2, two vectors are computed as if the stride were 1, and every second lane of them is kept. That costs twice the operations, but
    // only one permutation per vector, which is what is dear. The second vector begins one cell earlier and keeps its odd lanes: so it ends with the
    // last cell that is needed, and reads nothing behind the row.

    private static void everySecond(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        switch (count) {
            case 2 -> twoOfEverySecond(x, at, step, n, y, atY);
            case 3 -> threeOfEverySecond(x, at, step, n, y, atY);
            default -> manyOfEverySecond(x, at, step, count, n, y, atY);
        }
    }

    private static void twoOfEverySecond(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = at + 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low).max(FloatVector.fromArray(s, x, low + step));
            FloatVector w = FloatVector.fromArray(s, x, high).max(FloatVector.fromArray(s, x, high + step));
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }

    private static void threeOfEverySecond(float[] x, int at, int step, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = at + 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low).max(FloatVector.fromArray(s, x, low + step));
            FloatVector w = FloatVector.fromArray(s, x, high).max(FloatVector.fromArray(s, x, high + step));
            v = v.max(FloatVector.fromArray(s, x, low + 2 * step));
            w = w.max(FloatVector.fromArray(s, x, high + 2 * step));
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }

    private static void manyOfEverySecond(float[] x, int at, int step, int count, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = at + 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, low);
            FloatVector w = FloatVector.fromArray(s, x, high);
            for (int t = 1; t < count; t++) {
                v = v.max(FloatVector.fromArray(s, x, low + t * step));
                w = w.max(FloatVector.fromArray(s, x, high + t * step));
            }
            v.rearrange(Unzip.EVEN).blend(w.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }

    private static void squares(float[] x, int a, int b, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int low = 2 * i;
            int high = low + Lanes.COUNT - 1;
            FloatVector v = FloatVector.fromArray(s, x, a + low).max(FloatVector.fromArray(s, x, b + low));
            FloatVector v1 = FloatVector.fromArray(s, x, a + low + 1).max(FloatVector.fromArray(s, x, b + low + 1));
            FloatVector w = FloatVector.fromArray(s, x, a + high).max(FloatVector.fromArray(s, x, b + high));
            FloatVector w1 = FloatVector.fromArray(s, x, a + high + 1).max(FloatVector.fromArray(s, x, b + high + 1));
            v.max(v1).rearrange(Unzip.EVEN).blend(w.max(w1).rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + i);
        }
    }
}
