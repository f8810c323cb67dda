package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import upsampling.tensor.Intervals;

/// What the sums of an average pool are divided by: output `[i, j]` by `rows[i]*columns[j]`, once, so that a sum of exactly 0 or 3 stays exact.
///
/// @param rows one number per output row
/// @param columns one number per output column
/// @param areEqual whether all numbers of `columns` are the same
record Divisors(int[] rows, float[] columns, boolean areEqual) {

    static Divisors of(Intervals rows, Intervals columns) {
        float[] divisors = new float[columns.size()];
        boolean areEqual = true;
        for (int j = 0; j < divisors.length; j++) {
            divisors[j] = columns.divisor()[j];
            areEqual &= columns.divisor()[j] == columns.divisor()[0];
        }
        return new Divisors(rows.divisor(), divisors, areEqual);
    }

    /// Divides row `i` of the sums in place.
    void divide(float[] y, int at, int i) {
        double first = (double) rows[i] * columns[0];
        if (areEqual && isPowerOfTwo(first)) {
            multiply(y, at, columns.length, (float) (1 / first)); // exactly the same, and faster
        } else {
            divide(y, at, columns, rows[i]);
        }
    }

    /// Returns the factor by which all sums can be multiplied instead, with exactly the same result; 1 if there is none.
    float factor() {
        double first = (double) rows[0] * columns[0];
        return areEqual && Arrays.stream(rows).allMatch(row -> row == rows[0]) && isPowerOfTwo(first) ? (float) (1 / first) : 1;
    }

    private static boolean isPowerOfTwo(double d) {
        return Math.abs(d) == Math.scalb(1.0, Math.getExponent(d));
    }

    // In place, the last vector must not be shifted back over what is divided already: the end of the row takes the plain loop.

    private static void multiply(float[] y, int at, int n, float factor) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) FloatVector.fromArray(Lanes.FLOATS, y, at + i).mul(factor).intoArray(y, at + i);
        for (; i < n; i++) y[at + i] *= factor;
    }

    private static void divide(float[] y, int at, float[] columns, float row) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int i = 0;
        for (; i <= columns.length - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector divisor = FloatVector.fromArray(s, columns, i).mul(row);
            FloatVector.fromArray(s, y, at + i).div(divisor).intoArray(y, at + i);
        }
        for (; i < columns.length; i++) y[at + i] /= columns[i] * row;
    }
}
