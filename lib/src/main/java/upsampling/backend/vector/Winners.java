package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// A row of windows that are searched for their maxima all at once, tap by tap: each window keeps its largest value so far and where it was found.
///
/// ```
/// tap t challenges window i:    v = x[at(t) + stride*i];    if (v > value[i] or v is NaN) { value[i] = v; place[i] = place(t) }
/// ```
/// That has no branches, and a search for maxima among unpredictable numbers spends most of its time on branches that were predicted wrongly.
///
/// Places are floats, since a vector of floats and one of ints do not share a mask; they count cells of a plane, and are exact below {@link #MOST}.
final class Winners {
    /// Places from here on are not all floats.
    static final int MOST = 1 << 24;

    private Winners() { }

    /// Makes the first tap the winner of all `n` windows, at least a vector of them.
    ///
    /// @param stride cells between two windows, 1 or 2
    /// @param values receives the values from `atValues` on
    /// @param places receives the places from 0 on
    static void first(float[] x, int at, int stride, float place, int n, float[] values, int atValues, float[] places) {
        Arrays.fill(places, 0, n, place);
        for (int i = 0; i < n; i++) values[atValues + i] = x[at + stride * i];
    }

    /// Lets another tap challenge the winners.
    static void challenge(float[] x, int at, int stride, float place, int n, float[] values, int atValues, float[] places) {
        int whole = n - n % Lanes.COUNT;
        challenge(x, at, stride, place, 0, whole, values, atValues, places);
        // The last vector may challenge some windows again: what meets itself does not win, unless it is NaN, and then nothing changes.
        if (whole < n) challenge(x, at, stride, place, n - Lanes.COUNT, n, values, atValues, places);
    }

    private static void challenge(float[] x, int at, int stride, float place, int from, int to, float[] values, int atValues, float[] places) {
        if (stride == 1) neighbours(x, at, place, from, to, values, atValues, places);
        else everySecond(x, at, place, from, to, values, atValues, places);
    }

    private static void neighbours(float[] x, int at, float place, int from, int to, float[] values, int atValues, float[] places) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = from; i < to; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(s, x, at + i);
            FloatVector value = FloatVector.fromArray(s, values, atValues + i);
            VectorMask<Float> wins = v.compare(VectorOperators.GT, value).or(v.compare(VectorOperators.NE, v)); // only NaN differs from itself
            value.blend(v, wins).intoArray(values, atValues + i);
            FloatVector.fromArray(s, places, i).blend(place, wins).intoArray(places, i);
        }
    }

    private static void everySecond(float[] x, int at, float place, int from, int to, float[] values, int atValues, float[] places) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = from; i < to; i += Lanes.COUNT) {
            int low = at + 2 * i;
            FloatVector end = FloatVector.fromArray(s, x, low + Lanes.COUNT - 1);
            FloatVector v = FloatVector.fromArray(s, x, low).rearrange(Unzip.EVEN).blend(end.rearrange(Unzip.ODD), Unzip.UPPER);
            FloatVector value = FloatVector.fromArray(s, values, atValues + i);
            VectorMask<Float> wins = v.compare(VectorOperators.GT, value).or(v.compare(VectorOperators.NE, v));
            value.blend(v, wins).intoArray(values, atValues + i);
            FloatVector.fromArray(s, places, i).blend(place, wins).intoArray(places, i);
        }
    }
}
