package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// Weighted sums along the rows and columns of every plane, `y = R x C'`: every resize, zero insertion and fixed filter, and their gradients. Plain
/// twin: `ScalarBackend.applyTaps`.
///
/// Which axis goes first is free, and the cheaper order is taken. An enlargement begins with the columns: their sums are dearer, and it has fewer
/// rows before than after. A reduction begins with the rows for the same reason. The numbers between the two passes stay in the cache: a block of
/// output rows is finished before the next one begins.
public final class FastTaps {
    /// Floats of a block between the passes: they should stay in the cache next to the processor.
    private static final int BLOCK = 16_384;

    /// A sum along the columns, which must permute, costs so many sums along the rows.
    private static final double COLUMN_COST = 2;

    private FastTaps() { }

    /// Computes {@link upsampling.backend.Backend#applyTaps}.
    public static void apply(Workers workers, BufferPool pool, Tensor x, Taps rowTaps, Taps columnTaps, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        TapTable rows = TapTable.of(rowTaps);
        TapTable columns = TapTable.of(columnTaps);
        if (columns.isIdentity()) {
            RowSums sums = new RowSums(rows, out.w());
            new Blocks(workers, pool, 0, in.planes(), out.h(), height(out), out.w() * (1 + rows.mean())).run(
                (_, plane, begin, end) -> sums.apply(from, plane * in.planeSize(), begin, end, to, plane * out.planeSize()));
        } else if (rowsFirst(rows, columns)) {
            applyRowsFirst(workers, pool, from, in, rows, columns, to, out);
        } else {
            applyColumnsFirst(workers, pool, from, in, rows, columns, to, out);
        }
    }

    private static int height(Shape out) {
        return Math.clamp(BLOCK / out.w(), 1, out.h());
    }

    /// Compares the two orders by their sums, a tap counting one. Equal rows are computed once and copied; rows that are selected are read where they
    /// lie.
    private static boolean rowsFirst(TapTable rows, TapTable columns) {
        double width = columns.outSize();
        double columnCost = COLUMN_COST * width * columns.mean();
        double first = rows.distinct() * ((rows.selects() ? 0 : rows.mean() * columns.inSize()) + columnCost);
        double second = rows.inSize() * columnCost + rows.distinct() * Math.max(1, rows.mean()) * width;
        return first <= second;
    }

    private static void applyRowsFirst(Workers workers, BufferPool pool, float[] x, Shape in, TapTable rows, TapTable columns, float[] y, Shape out) {
        RowSums sums = new RowSums(rows, in.w());
        ColumnSums wide = ColumnSums.of(columns, (long) in.planes() * rows.distinct());
        double cost = rows.mean() * in.w() + (2 + columns.mean()) * out.w();
        new Blocks(workers, pool, in.w(), in.planes(), out.h(), height(out), cost).run((mixed, plane, begin, end) -> {
            int at = plane * in.planeSize();
            for (int i = begin; i < end; i++) {
                int atY = plane * out.planeSize() + i * out.w();
                int t = rows.first()[i];
                if (i > begin && rows.same(i - 1, i)) {
                    System.arraycopy(y, atY - out.w(), y, atY, out.w());
                } else if (rows.count(i) == 1 && rows.weight()[t] == 1) {
                    wide.apply(x, at + rows.cell()[t] * in.w(), y, atY);
                } else {
                    sums.apply(x, at, i, mixed, 0);
                    wide.apply(mixed, 0, y, atY);
                }
            }
        });
    }

    private static void applyColumnsFirst(Workers workers, BufferPool pool, float[] x, Shape in, TapTable rows, TapTable columns, float[] y, Shape out) {
        RowSums sums = new RowSums(rows, out.w());
        ColumnSums wide = ColumnSums.of(columns, (long) in.planes() * in.h());
        double cost = (1 + rows.mean() + columns.mean() * in.h() / out.h()) * out.w();
        int height = height(out);
        int most = mostRows(rows, height);
        if ((long) most * Math.ceilDiv(out.h(), height) > 2L * in.h() + most) { // the blocks read far more rows than there are, as in a dense matrix
            height = out.h();
            most = in.h();
        }
        new Blocks(workers, pool, most * out.w(), in.planes(), out.h(), height, cost).run((between, plane, begin, end) -> {
            int low = rows.lowestCell(begin, end);
            int high = rows.highestCell(begin, end);
            for (int h = low; h <= high; h++) wide.apply(x, plane * in.planeSize() + h * in.w(), between, (h - low) * out.w());
            sums.apply(between, -low * out.w(), begin, end, y, plane * out.planeSize());
        });
    }

    /// Returns the largest number of input rows that a block of output rows spans.
    private static int mostRows(TapTable rows, int height) {
        int most = 0;
        int blocks = Math.ceilDiv(rows.outSize(), height);
        for (int number = 0; number < blocks; number++) {
            int begin = Blocks.bound(rows.outSize(), number, blocks);
            int end = Blocks.bound(rows.outSize(), number + 1, blocks);
            most = Math.max(most, rows.highestCell(begin, end) - rows.lowestCell(begin, end) + 1);
        }
        return most;
    }

    /// The rows of all planes of a result, cut into blocks: a block lies in one plane and is computed by one thread.
    ///
    /// @param scratchSize floats that a block needs in between
    /// @param rows of a plane
    /// @param height most rows of a block
    /// @param cost what an output row costs, about, in elements
    private record Blocks(Workers workers, BufferPool pool, int scratchSize, int planes, int rows, int height, double cost) {
        private interface Block {
            void compute(float[] scratch, int plane, int begin, int end);
        }

        void run(Block block) {
            int perPlane = Math.ceilDiv(rows, height);
            Pieces.run(workers, pool, scratchSize, planes * perPlane, (long) (height * cost / 2), (scratch, from, to) -> {
                for (int i = from; i < to; i++) {
                    Interrupts.check();
                    int number = i % perPlane;
                    block.compute(scratch, i / perPlane, bound(rows, number, perPlane), bound(rows, number + 1, perPlane));
                }
            });
        }

        static int bound(int rows, int number, int blocks) {
            return (int) ((long) rows * number / blocks);
        }
    }
}
