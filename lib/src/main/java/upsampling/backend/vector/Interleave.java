package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Rows that take turns in one row, and back: what pixel shuffle and its inverse do along the columns.
///
/// ```
/// zip      y[s*i + r] = x[r*distance + i]        r < s, i < n
/// unzip    y[r*distance + i] = x[s*i + r]
/// ```
/// Two, three and four rows go by vectors, other numbers by the plain loop.
final class Interleave {
    /// Cells of each row that the plain loops move before they go on: so long, the other side stays in the cache, also if there are hundreds of rows.
    private static final int BLOCK = 32;

    private Interleave() { }

    /// Writes `rows` rows of `n` cells into one of `rows*n`.
    ///
    /// @param distance of the rows in `x`
    static void zip(float[] x, int at, int distance, int rows, int n, float[] y, int atY) {
        int whole = n - n % Lanes.COUNT;
        int rest = n - Lanes.COUNT;
        if (rows == 2 && whole > 0) {
            zip2(x, at, distance, whole, y, atY);
            if (whole < n) zip2(x, at + rest, distance, Lanes.COUNT, y, atY + 2 * rest);
        } else if (rows == 3 && whole > 0) {
            zip3(x, at, distance, whole, y, atY);
            if (whole < n) zip3(x, at + rest, distance, Lanes.COUNT, y, atY + 3 * rest);
        } else if (rows == 4 && whole > 0) {
            zip4(x, at, distance, whole, y, atY);
            if (whole < n) zip4(x, at + rest, distance, Lanes.COUNT, y, atY + 4 * rest);
        } else {
            for (int i = 0; i < n; i += BLOCK) zipPlain(x, at + i, distance, rows, Math.min(BLOCK, n - i), y, atY + rows * i);
        }
    }

    /// Writes a row of `rows*n` cells into `rows` rows of `n`.
    ///
    /// @param distance of the rows in `y`
    static void unzip(float[] x, int at, int distance, int rows, int n, float[] y, int atY) {
        int whole = n - n % Lanes.COUNT;
        int rest = n - Lanes.COUNT;
        if (rows == 2 && whole > 0) {
            unzip2(x, at, distance, whole, y, atY);
            if (whole < n) unzip2(x, at + 2 * rest, distance, Lanes.COUNT, y, atY + rest);
        } else if (rows == 3 && whole > 0) {
            unzip3(x, at, distance, whole, y, atY);
            if (whole < n) unzip3(x, at + 3 * rest, distance, Lanes.COUNT, y, atY + rest);
        } else if (rows == 4 && whole > 0) {
            unzip4(x, at, distance, whole, y, atY);
            if (whole < n) unzip4(x, at + 4 * rest, distance, Lanes.COUNT, y, atY + rest);
        } else {
            for (int i = 0; i < n; i += BLOCK) unzipPlain(x, at + rows * i, distance, rows, Math.min(BLOCK, n - i), y, atY + i);
        }
    }

    /// As {@link #zip}, for a row of any number of cells: the last turn may lack some rows.
    static void zipCells(float[] x, int at, int distance, int rows, int cells, float[] y, int atY) {
        int n = cells / rows;
        zip(x, at, distance, rows, n, y, atY);
        for (int r = 0; r < cells % rows; r++) y[atY + rows * n + r] = x[at + r * distance + n];
    }

    /// As {@link #unzip}, for a row of any number of cells: the last turn may lack some rows.
    static void unzipCells(float[] x, int at, int distance, int rows, int cells, float[] y, int atY) {
        int n = cells / rows;
        unzip(x, at, distance, rows, n, y, atY);
        for (int r = 0; r < cells % rows; r++) y[atY + r * distance + n] = x[at + rows * n + r];
    }

    /// Writes every `step`-th cell of a row: `y[i] = x[step*i]`, `i < n`.
    static void every(float[] x, int at, int step, int n, float[] y, int atY) {
        int i = 0;
        if (step == 1) {
            System.arraycopy(x, at, y, atY, n);
            return;
        }
        if (step == 2) { // the last vector would read a cell too much
            i = Math.max(0, (n - 1) / Lanes.COUNT * Lanes.COUNT);
            if (i > 0) everySecond(x, at, i, y, atY); // the compiler leaves calls alone that its counts call rare
        }
        for (; i < n; i++) y[atY + i] = x[at + step * i];
    }

    private static void everySecond(float[] x, int at, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + 2 * i);
            FloatVector b = FloatVector.fromArray(s, x, at + 2 * i + Lanes.COUNT);
            Unzip.even(a, b).intoArray(y, atY + i);
        }
    }

    private static void zipPlain(float[] x, int at, int distance, int rows, int n, float[] y, int atY) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < n; i++) y[atY + rows * i + r] = x[at + r * distance + i];
        }
    }

    private static void unzipPlain(float[] x, int at, int distance, int rows, int n, float[] y, int atY) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < n; i++) y[atY + r * distance + i] = x[at + rows * i + r];
        }
    }

    private static void zip2(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + i);
            FloatVector b = FloatVector.fromArray(s, x, at + distance + i);
            Zip.low(a, b).intoArray(y, atY + 2 * i);
            Zip.high(a, b).intoArray(y, atY + 2 * i + Lanes.COUNT);
        }
    }

    private static void zip3(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + i);
            FloatVector b = FloatVector.fromArray(s, x, at + distance + i);
            FloatVector c = FloatVector.fromArray(s, x, at + 2 * distance + i);
            Thirds.zip(a, b, c, y, atY + 3 * i);
        }
    }

    private static void zip4(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int i = 0; i < n; i += l) {
            FloatVector a = FloatVector.fromArray(s, x, at + i);
            FloatVector b = FloatVector.fromArray(s, x, at + distance + i);
            FloatVector c = FloatVector.fromArray(s, x, at + 2 * distance + i);
            FloatVector d = FloatVector.fromArray(s, x, at + 3 * distance + i);
            FloatVector acLow = Zip.low(a, c);
            FloatVector acHigh = Zip.high(a, c);
            FloatVector bdLow = Zip.low(b, d);
            FloatVector bdHigh = Zip.high(b, d);
            int to = atY + 4 * i;
            Zip.low(acLow, bdLow).intoArray(y, to);
            Zip.high(acLow, bdLow).intoArray(y, to + l);
            Zip.low(acHigh, bdHigh).intoArray(y, to + 2 * l);
            Zip.high(acHigh, bdHigh).intoArray(y, to + 3 * l);
        }
    }

    private static void unzip2(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + 2 * i);
            FloatVector b = FloatVector.fromArray(s, x, at + 2 * i + Lanes.COUNT);
            Unzip.even(a, b).intoArray(y, atY + i);
            Unzip.odd(a, b).intoArray(y, atY + distance + i);
        }
    }

    private static void unzip3(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            int from = at + 3 * i;
            FloatVector a = FloatVector.fromArray(s, x, from);
            FloatVector b = FloatVector.fromArray(s, x, from + Lanes.COUNT);
            FloatVector c = FloatVector.fromArray(s, x, from + 2 * Lanes.COUNT);
            Thirds.first(a, b, c).intoArray(y, atY + i);
            Thirds.second(a, b, c).intoArray(y, atY + distance + i);
            Thirds.third(a, b, c).intoArray(y, atY + 2 * distance + i);
        }
    }

    private static void unzip4(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int i = 0; i < n; i += l) {
            int from = at + 4 * i;
            FloatVector a = FloatVector.fromArray(s, x, from);
            FloatVector b = FloatVector.fromArray(s, x, from + l);
            FloatVector c = FloatVector.fromArray(s, x, from + 2 * l);
            FloatVector d = FloatVector.fromArray(s, x, from + 3 * l);
            FloatVector abEven = Unzip.even(a, b);
            FloatVector abOdd = Unzip.odd(a, b);
            FloatVector cdEven = Unzip.even(c, d);
            FloatVector cdOdd = Unzip.odd(c, d);
            int to = atY + i;
            Unzip.even(abEven, cdEven).intoArray(y, to);
            Unzip.even(abOdd, cdOdd).intoArray(y, to + distance);
            Unzip.odd(abEven, cdEven).intoArray(y, to + 2 * distance);
            Unzip.odd(abOdd, cdOdd).intoArray(y, to + 3 * distance);
        }
    }
}
