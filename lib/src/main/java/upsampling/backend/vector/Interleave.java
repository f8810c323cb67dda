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
            Thirds.zip(x, at, distance, whole, y, atY);
            if (whole < n) Thirds.zip(x, at + rest, distance, Lanes.COUNT, y, atY + 3 * rest);
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
            Thirds.unzip(x, at, distance, whole, y, atY);
            if (whole < n) Thirds.unzip(x, at + 3 * rest, distance, Lanes.COUNT, y, atY + rest);
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
            everySecond(x, at, i, y, atY);
        }
        for (; i < n; i++) y[atY + i] = x[at + step * i];
    }

    private static void everySecond(float[] x, int at, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + 2 * i);
            FloatVector b = FloatVector.fromArray(s, x, at + 2 * i + Lanes.COUNT);
            a.rearrange(Unzip.EVEN).blend(b.rearrange(Unzip.EVEN), Unzip.UPPER).intoArray(y, atY + i);
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
            a.rearrange(Zip.LOW).blend(b.rearrange(Zip.LOW), Zip.ODD).intoArray(y, atY + 2 * i);
            a.rearrange(Zip.HIGH).blend(b.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, atY + 2 * i + Lanes.COUNT);
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
            FloatVector acLow = a.rearrange(Zip.LOW).blend(c.rearrange(Zip.LOW), Zip.ODD);
            FloatVector acHigh = a.rearrange(Zip.HIGH).blend(c.rearrange(Zip.HIGH), Zip.ODD);
            FloatVector bdLow = b.rearrange(Zip.LOW).blend(d.rearrange(Zip.LOW), Zip.ODD);
            FloatVector bdHigh = b.rearrange(Zip.HIGH).blend(d.rearrange(Zip.HIGH), Zip.ODD);
            int to = atY + 4 * i;
            acLow.rearrange(Zip.LOW).blend(bdLow.rearrange(Zip.LOW), Zip.ODD).intoArray(y, to);
            acLow.rearrange(Zip.HIGH).blend(bdLow.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, to + l);
            acHigh.rearrange(Zip.LOW).blend(bdHigh.rearrange(Zip.LOW), Zip.ODD).intoArray(y, to + 2 * l);
            acHigh.rearrange(Zip.HIGH).blend(bdHigh.rearrange(Zip.HIGH), Zip.ODD).intoArray(y, to + 3 * l);
        }
    }

    private static void unzip2(float[] x, int at, int distance, int n, float[] y, int atY) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector a = FloatVector.fromArray(s, x, at + 2 * i);
            FloatVector b = FloatVector.fromArray(s, x, at + 2 * i + Lanes.COUNT);
            a.rearrange(Unzip.EVEN).blend(b.rearrange(Unzip.EVEN), Unzip.UPPER).intoArray(y, atY + i);
            a.rearrange(Unzip.ODD).blend(b.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, atY + distance + i);
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
            FloatVector abEven = a.rearrange(Unzip.EVEN).blend(b.rearrange(Unzip.EVEN), Unzip.UPPER);
            FloatVector abOdd = a.rearrange(Unzip.ODD).blend(b.rearrange(Unzip.ODD), Unzip.UPPER);
            FloatVector cdEven = c.rearrange(Unzip.EVEN).blend(d.rearrange(Unzip.EVEN), Unzip.UPPER);
            FloatVector cdOdd = c.rearrange(Unzip.ODD).blend(d.rearrange(Unzip.ODD), Unzip.UPPER);
            int to = atY + i;
            abEven.rearrange(Unzip.EVEN).blend(cdEven.rearrange(Unzip.EVEN), Unzip.UPPER).intoArray(y, to);
            abOdd.rearrange(Unzip.EVEN).blend(cdOdd.rearrange(Unzip.EVEN), Unzip.UPPER).intoArray(y, to + distance);
            abEven.rearrange(Unzip.ODD).blend(cdEven.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, to + 2 * distance);
            abOdd.rearrange(Unzip.ODD).blend(cdOdd.rearrange(Unzip.ODD), Unzip.UPPER).intoArray(y, to + 3 * distance);
        }
    }
}
