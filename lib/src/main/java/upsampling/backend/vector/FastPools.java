package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Average pools, and max pools of which only the values are wanted. Plain twins: `ScalarBackend.average` and `ScalarBackend.maxPool`.
///
/// The rows of a window are combined first ({@link PoolRows}), then its columns ({@link Sliding}). Pools of `2 x 2` cells, the most usual ones, do
/// both in one go.
public final class FastPools {
    /// Windows of more columns are added up in double, cell by cell.
    private static final int WIDE = 64;

    private FastPools() { }

    /// Computes {@link upsampling.backend.Backend#maxPoolValues}.
    public static void maxValues(Workers workers, BufferPool pool, Tensor x, Window height, Window width, Tensor y) {
        Windows max = new WindowMaxima();
        PoolRows rows = PoolRows.of(max, height, x.shape().h(), y.shape().h());
        Sliding columns = Sliding.of(width, x.shape().w(), y.shape().w());
        if (isOfSquares(rows, columns, x.shape().w())) {
            squares(workers, max, x, rows, y, (_, _) -> { });
        } else {
            long cost = (long) height.kernel() * x.shape().w() + (long) width.kernel() * y.shape().w();
            rows.run(workers, pool, x, columns.lead(), columns.length(), cost,
                (combined, at, _, to, atY) -> columns.combine(max, combined, at, to, atY), y);
        }
    }

    /// Computes {@link upsampling.backend.Backend#average}.
    public static void average(Workers workers, BufferPool pool, Tensor x, Intervals rowCells, Intervals columnCells, Tensor y) {
        Windows sum = new WindowSums(1);
        PoolRows rows = PoolRows.of(sum, rowCells);
        Sliding columns = Sliding.of(columnCells, x.shape().w());
        Divisors divisors = Divisors.of(rowCells, columnCells);
        float[] to = BufferPool.values(y.buffer());
        if (columns != null && isOfSquares(rows, columns, x.shape().w())) {
            float factor = divisors.factor();
            squares(workers, new WindowSums(factor), x, rows, y, factor != 1 ? (_, _) -> { } : (i, atY) -> divisors.divide(to, atY, i));
        } else {
            boolean areNarrow = columns != null && columns.count() <= WIDE;
            int lead = areNarrow ? columns.lead() : 0;
            int length = areNarrow ? columns.length() : x.shape().w();
            long cost = (long) (rows.count()[0] + 1) * x.shape().w() + y.shape().w();
            rows.run(workers, pool, x, lead, length, cost, (combined, at, i, _, atY) -> {
                if (areNarrow) columns.combine(sum, combined, at, to, atY);
                else addUp(combined, at, columnCells, to, atY);
                divisors.divide(to, atY, i);
            }, y);
        }
    }

    private static boolean isOfSquares(PoolRows rows, Sliding columns, int width) {
        boolean arePairs = columns.arePairs(width);
        for (int count : rows.count()) arePairs &= count == 2;
        return arePairs;
    }

    /// What remains to be done with an output row.
    private interface RowEnd {
        void compute(int i, int atY);
    }

    private static void squares(Workers workers, Windows windows, Tensor x, PoolRows rows, Tensor y, RowEnd end) {
        Shape in = x.shape();
        Shape out = y.shape();
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        Pieces.run(workers, out.planes() * out.h(), 2L * in.w(), (first, last) -> {
            for (int row = first; row < last; row++) {
                Interrupts.check();
                int i = row % out.h();
                int at = row / out.h() * in.planeSize() + rows.first()[i] * in.w();
                windows.combineSquares(from, at, at + rows.step() * in.w(), out.w(), to, row * out.w());
                end.compute(i, row * out.w());
            }
        });
    }

    private static void addUp(float[] x, int at, Intervals columns, float[] y, int atY) {
        for (int j = 0; j < columns.size(); j++) {
            double sum = 0;
            for (int w = columns.begin()[j]; w < columns.end()[j]; w++) sum += x[at + w];
            y[atY + j] = (float) sum;
        }
    }
}
