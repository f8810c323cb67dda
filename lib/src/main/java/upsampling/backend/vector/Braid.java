package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Braids several vectors into one row: `to[i*n + j] = strand j [i]`. The tiles of a transform, and the phases of a transposed convolution, come out as such
/// strands; braided in registers they can be stored as whole rows.
final class Braid {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;
    private static final FloatVector LOW = two(0);
    private static final FloatVector HIGH = two(L);
    // A vector out of three is a choice out of the first two, and then one out of that and the third. Single elements, and pairs.
    private static final FloatVector FIRST_0 = firstOfThree(0, 1);
    private static final FloatVector FIRST_1 = firstOfThree(1, 1);
    private static final FloatVector FIRST_2 = firstOfThree(2, 1);
    private static final FloatVector THIRD_0 = thirdOfThree(0, 1);
    private static final FloatVector THIRD_1 = thirdOfThree(1, 1);
    private static final FloatVector THIRD_2 = thirdOfThree(2, 1);
    private static final FloatVector PAIRS_FIRST_0 = firstOfThree(0, 2);
    private static final FloatVector PAIRS_FIRST_1 = firstOfThree(1, 2);
    private static final FloatVector PAIRS_FIRST_2 = firstOfThree(2, 2);
    private static final FloatVector PAIRS_THIRD_0 = thirdOfThree(0, 2);
    private static final FloatVector PAIRS_THIRD_1 = thirdOfThree(1, 2);
    private static final FloatVector PAIRS_THIRD_2 = thirdOfThree(2, 2);

    private Braid() { }

    private static FloatVector two(int first) {
        float[] places = new float[L];
        for (int i = 0; i < L; i++) places[i] = (first + i) % 2 * L + (first + i) / 2;
        return FloatVector.fromArray(S, places, 0);
    }

    private static FloatVector firstOfThree(int part, int size) {
        float[] places = new float[L];
        for (int i = 0; i < L; i++) {
            int strand = (part * L + i) / size % 3;
            if (strand < 2) places[i] = strand * L + place(part, i, size);
        }
        return FloatVector.fromArray(S, places, 0);
    }

    private static FloatVector thirdOfThree(int part, int size) {
        float[] places = new float[L];
        for (int i = 0; i < L; i++) places[i] = (part * L + i) / size % 3 < 2 ? i : L + place(part, i, size);
        return FloatVector.fromArray(S, places, 0);
    }

    private static int place(int part, int i, int size) {
        int element = part * L + i;
        return element / (3 * size) * size + element % size;
    }

    /// Braids `n` strands of one vector each.
    ///
    /// @param strands where each begins in `from`
    /// @param to receives `n` vectors, from `at` on
    static void braid(float[] from, int[] strands, float[] to, int at) {
        switch (strands.length) {
            case 2 -> two(from, strands[0], strands[1], to, at);
            case 3 -> three(from, strands[0], strands[1], strands[2], to, at);
            case 4 -> four(from, strands[0], strands[1], strands[2], strands[3], to, at);
            case 6 -> six(from, strands, to, at);
            default -> any(from, strands, to, at);
        }
    }

    private static void any(float[] from, int[] strands, float[] to, int at) {
        for (int j = 0; j < strands.length; j++) {
            for (int i = 0; i < L; i++) to[at + i * strands.length + j] = from[strands[j] + i];
        }
    }

    private static void two(float[] from, int a, int b, float[] to, int at) {
        FloatVector va = FloatVector.fromArray(S, from, a);
        FloatVector vb = FloatVector.fromArray(S, from, b);
        LOW.selectFrom(va, vb).intoArray(to, at);
        HIGH.selectFrom(va, vb).intoArray(to, at + L);
    }

    private static void three(float[] from, int a, int b, int c, float[] to, int at) {
        FloatVector va = FloatVector.fromArray(S, from, a);
        FloatVector vb = FloatVector.fromArray(S, from, b);
        FloatVector vc = FloatVector.fromArray(S, from, c);
        THIRD_0.selectFrom(FIRST_0.selectFrom(va, vb), vc).intoArray(to, at);
        THIRD_1.selectFrom(FIRST_1.selectFrom(va, vb), vc).intoArray(to, at + L);
        THIRD_2.selectFrom(FIRST_2.selectFrom(va, vb), vc).intoArray(to, at + 2 * L);
    }

    private static void four(float[] from, int a, int b, int c, int d, float[] to, int at) {
        FloatVector va = FloatVector.fromArray(S, from, a);
        FloatVector vb = FloatVector.fromArray(S, from, b);
        FloatVector vc = FloatVector.fromArray(S, from, c);
        FloatVector vd = FloatVector.fromArray(S, from, d);
        FloatVector acLow = LOW.selectFrom(va, vc);
        FloatVector acHigh = HIGH.selectFrom(va, vc);
        FloatVector bdLow = LOW.selectFrom(vb, vd);
        FloatVector bdHigh = HIGH.selectFrom(vb, vd);
        LOW.selectFrom(acLow, bdLow).intoArray(to, at);
        HIGH.selectFrom(acLow, bdLow).intoArray(to, at + L);
        LOW.selectFrom(acHigh, bdHigh).intoArray(to, at + 2 * L);
        HIGH.selectFrom(acHigh, bdHigh).intoArray(to, at + 3 * L);
    }

    /// Pairs first, then three strands of pairs.
    private static void six(float[] from, int[] strands, float[] to, int at) {
        sixLow(from, strands[0], strands[1], strands[2], strands[3], strands[4], strands[5], to, at);
        sixHigh(from, strands[0], strands[1], strands[2], strands[3], strands[4], strands[5], to, at + 3 * L);
    }

    private static void sixLow(float[] from, int a, int b, int c, int d, int e, int f, float[] to, int at) {
        FloatVector ab = LOW.selectFrom(FloatVector.fromArray(S, from, a), FloatVector.fromArray(S, from, b));
        FloatVector cd = LOW.selectFrom(FloatVector.fromArray(S, from, c), FloatVector.fromArray(S, from, d));
        FloatVector ef = LOW.selectFrom(FloatVector.fromArray(S, from, e), FloatVector.fromArray(S, from, f));
        PAIRS_THIRD_0.selectFrom(PAIRS_FIRST_0.selectFrom(ab, cd), ef).intoArray(to, at);
        PAIRS_THIRD_1.selectFrom(PAIRS_FIRST_1.selectFrom(ab, cd), ef).intoArray(to, at + L);
        PAIRS_THIRD_2.selectFrom(PAIRS_FIRST_2.selectFrom(ab, cd), ef).intoArray(to, at + 2 * L);
    }

    private static void sixHigh(float[] from, int a, int b, int c, int d, int e, int f, float[] to, int at) {
        FloatVector ab = HIGH.selectFrom(FloatVector.fromArray(S, from, a), FloatVector.fromArray(S, from, b));
        FloatVector cd = HIGH.selectFrom(FloatVector.fromArray(S, from, c), FloatVector.fromArray(S, from, d));
        FloatVector ef = HIGH.selectFrom(FloatVector.fromArray(S, from, e), FloatVector.fromArray(S, from, f));
        PAIRS_THIRD_0.selectFrom(PAIRS_FIRST_0.selectFrom(ab, cd), ef).intoArray(to, at);
        PAIRS_THIRD_1.selectFrom(PAIRS_FIRST_1.selectFrom(ab, cd), ef).intoArray(to, at + L);
        PAIRS_THIRD_2.selectFrom(PAIRS_FIRST_2.selectFrom(ab, cd), ef).intoArray(to, at + 2 * L);
    }
}
