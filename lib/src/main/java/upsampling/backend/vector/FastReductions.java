package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Backend.Reduction;
import upsampling.backend.Interrupts;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Sums and maxima along axes. Plain twin: `ScalarElements.reduce`.
///
/// Axes side by side of which all are reduced, or all are kept, are one axis; so every reduction is `[K0, R0, K1, R1, K2]` with kept axes `K` and
/// reduced axes `R`, some of them of size 1. If `K2` is 1, a row of `R1` cells becomes one number; else rows of `K2` cells are combined with each
/// other.
///
/// At most 64 numbers in a row are added in float; these sums are then added in double, in an order that depends on the sizes alone.
public final class FastReductions {
    /// Cells of a row that are combined in float: so each of the lanes adds 64 numbers at most.
    private static final int RUN = 64 * Combining.LANES;

    /// Rows that are combined in float. Of more, each vector would walk down through too many pages of memory, and fall out of the cache on the way.
    private static final int ROWS = 8;

    /// Cells of a row that are combined with other rows by one thread at a time.
    private static final int COLUMNS = 512;

    /// With fewer results than this, the threads share each of them.
    private static final int FEW = 16;

    private FastReductions() { }

    /// Computes {@link upsampling.backend.Backend#reduce}.
    public static void reduce(Workers workers, Reduction f, Tensor x, Tensor y) {
        Combining combining = switch (f) {
            case SUM -> Combining.SUM;
            case MAX -> Combining.MAX;
        };
        Groups groups = Groups.of(x.shape(), y.shape());
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        if (groups.k2 > 1) columns(workers, combining, from, groups, to);
        else rows(workers, combining, from, groups, to);
    }

    /// The sizes of the five axes.
    private record Groups(int k0, int r0, int k1, int r1, int k2) {

        static Groups of(Shape in, Shape out) {
            int[] full = {in.n(), in.c(), in.h(), in.w()};
            int[] kept = {out.n(), out.c(), out.h(), out.w()};
            int[] sizes = {1, 1, 1, 1, 1}; // k2, r1, k1, r0, k0: even ones are kept
            int group = 0;
            for (int a = 3; a >= 0; a--) {
                if (full[a] == 1) continue;
                boolean isKept = kept[a] > 1;
                if (isKept != (group % 2 == 0)) group++;
                sizes[group] *= full[a];
            }
            return new Groups(sizes[4], sizes[3], sizes[2], sizes[1], sizes[0]);
        }

        /// Returns where the cells of result `o` begin, if `K2` is 1; they go on every {@link #step} cells.
        int start(int o) {
            return (o / k1 * r0 * k1 + o % k1) * r1;
        }

        int step() {
            return k1 * r1;
        }
    }

    /// `K2` is 1: each result is made of `R0` rows of `R1` cells, and each row of runs.
    private static void rows(Workers workers, Combining f, float[] x, Groups groups, float[] y) {
        int results = groups.k0 * groups.k1;
        int runs = Math.ceilDiv(groups.r1, RUN);
        int perResult = groups.r0 * runs;
        if (results >= FEW || perResult == 1) {
            Pieces.run(workers, results, (long) groups.r0 * groups.r1, (begin, end) -> {
                float[] lanes = new float[Combining.LANES];
                for (int o = begin; o < end; o++) {
                    double result = f.neutral;
                    for (int i = 0; i < perResult; i++) result = f.combine(result, run(f, x, groups, o, i, runs, lanes));
                    y[o] = (float) result;
                }
            });
        } else {
            double[] partial = new double[results * perResult];
            Pieces.run(workers, partial.length, Math.min(RUN, groups.r1), (begin, end) -> {
                float[] lanes = new float[Combining.LANES];
                for (int i = begin; i < end; i++) partial[i] = run(f, x, groups, i / perResult, i % perResult, runs, lanes);
            });
            for (int o = 0; o < results; o++) {
                double result = f.neutral;
                for (int i = 0; i < perResult; i++) result = f.combine(result, partial[o * perResult + i]);
                y[o] = (float) result;
            }
        }
    }

    /// Combines a run of one result.
    private static double run(Combining f, float[] x, Groups groups, int o, int number, int runs, float[] lanes) {
        Interrupts.check();
        int start = number % runs * RUN;
        int at = groups.start(o) + number / runs * groups.step() + start;
        int n = Math.min(RUN, groups.r1 - start);
        int whole = n - n % Combining.LANES;
        double result = f.neutral;
        if (whole > 0) {
            f.lanes(x, at, whole, lanes);
            for (float lane : lanes) result = f.combine(result, lane);
        }
        for (int i = at + whole; i < at + n; i++) result = f.combine(result, x[i]);
        return result;
    }

    /// `K2` is more than 1: `R0*R1` rows of `K2` cells become one row.
    private static void columns(Workers workers, Combining f, float[] x, Groups groups, float[] y) {
        int parts = Math.ceilDiv(groups.k2, COLUMNS);
        int rows = groups.r0 * groups.r1;
        Pieces.run(workers, groups.k0 * groups.k1 * parts, (long) rows * Math.min(COLUMNS, groups.k2), (begin, end) -> {
            float[] combined = new float[COLUMNS];
            double[] results = new double[COLUMNS];
            for (int i = begin; i < end; i++) {
                int o = i / parts;
                int start = i % parts * COLUMNS;
                int n = Math.min(COLUMNS, groups.k2 - start);
                Arrays.fill(results, 0, n, f.neutral);
                for (int r = 0; r < groups.r0; r++) {
                    int at = (groups.start(o) + r * groups.step()) * groups.k2 + start;
                    combineRows(f, x, at, groups.k2, groups.r1, n, combined, results);
                }
                for (int k = 0; k < n; k++) y[o * groups.k2 + start + k] = (float) results[k];
            }
        });
    }

    private static void combineRows(Combining f, float[] x, int at, int step, int rows, int n, float[] combined, double[] results) {
        for (int r = 0; r < rows; r += ROWS) {
            Interrupts.check();
            f.rows.combine(x, at + r * step, step, Math.min(ROWS, rows - r), n, combined, 0);
            f.combineRow(results, combined, n);
        }
    }
}
