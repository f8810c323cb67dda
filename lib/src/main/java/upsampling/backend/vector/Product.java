package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;

/// A matrix product `C = A B` in blocks that fit the caches, from packed pieces.
///
/// `A`, the weights, is packed once into panels of `tile.rows()` rows. `B` is never whole in memory: whoever describes the product packs the columns of
/// one block when a thread begins it, so a convolution need not write the matrix of its windows (`im2col`). One block of columns is a piece of work;
/// pieces do not depend on each other, so the result is the same for every number of threads.
///
/// ```
/// for each block of columns (shared by threads)
///     for each part of the depth, pack B         so that the columns of a tile stay in the first cache
///         for each part of A                     so that it stays in the second cache
///             for each tile of columns
///                 copy them side by side, for each panel of A: the tile adds its part to C
///     store C
/// ```
/// Source: Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008.
final class Product {
    /// Columns of a block: 256 columns of 256 rows are 256 KiB, a part of the second cache; and so long are the runs in which they are read.
    static final int COLUMNS = 256;
    /// Rows of a part of `A`, about: 128 rows of 256 columns are 128 KiB.
    private static final int ROWS = 128;

    private Product() { }

    /// Packs a block of `B`.
    interface Columns {
        /// Writes the rows `k .. k+depth-1` of the columns `j .. j+columns-1`, `[depth][stride]`. What lies beyond `columns` is not used.
        void pack(int k, int depth, int j, int columns, float[] packed, int stride);
    }

    /// Takes a finished block of `C`.
    interface Block {
        /// Takes the columns `j .. j+columns-1` of all rows.
        ///
        /// @param c `[rows][stride]`; borrowed for this call
        void store(int j, int columns, float[] c, int stride);
    }

    /// Packs `A` into panels of a tile's rows, `[panel][depth][rows]`; rows that do not exist are 0.
    static float[] packRows(Tile tile, int rows, int depth, Entries a, BufferPool pool) {
        int panels = Math.ceilDiv(rows, tile.rows());
        float[] packed = pool.array(Math.multiplyExact(panels * tile.rows(), depth));
        int at = 0;
        for (int panel = 0; panel < panels; panel++) {
            Interrupts.check();
            for (int k = 0; k < depth; k++) {
                for (int r = 0; r < tile.rows(); r++, at++) {
                    int row = panel * tile.rows() + r;
                    packed[at] = row < rows ? a.get(row, k) : 0;
                }
            }
        }
        return packed;
    }

    /// An entry of a matrix.
    interface Entries {
        float get(int row, int column);
    }

    /// Computes a product.
    ///
    /// @param packedA from {@link #packRows}
    static void run(Workers workers, BufferPool pool, Tile tile, int rows, int depth, int columns, float[] packedA, Columns b, Block c) {
        int block = Pieces.block(columns, COLUMNS, tile.columns(), workers.threads());
        int paddedRows = Math.ceilDiv(rows, tile.rows()) * tile.rows();
        workers.run(Math.ceilDiv(columns, block), piece -> {
            int j = piece * block;
            int width = Math.min(block, columns - j);
            int paddedWidth = Math.ceilDiv(width, tile.columns()) * tile.columns();
            int stride = CacheLines.odd(paddedWidth);
            float[] packed = pool.array(stride * Math.min(depth, tile.depth()) + paddedWidth);
            float[] panel = pool.array(tile.columns() * Math.min(depth, tile.depth()));
            float[] sums = pool.array(paddedRows * paddedWidth);
            if (depth == 0) Arrays.fill(sums, 0); // a phase that no tap reaches
            for (int k = 0; k < depth; k += tile.depth()) {
                Interrupts.check();
                int part = Math.min(tile.depth(), depth - k);
                b.pack(k, part, j, width, packed, stride);
                multiply(tile, paddedRows, depth, k, part, paddedWidth, packedA, packed, stride, panel, sums);
            }
            c.store(j, width, sums, paddedWidth);
            pool.give(packed);
            pool.give(panel);
            pool.give(sums);
        });
    }

    private static void multiply(Tile tile, int rows, int depth, int k, int part, int columns, float[] a, float[] b, int strideB, float[] panel,
            float[] sums) {
        float[] from = k == 0 ? new float[tile.columns()] : sums;
        int step = Math.ceilDiv(ROWS, tile.rows()) * tile.rows();
        for (int first = 0; first < rows; first += step) {
            int end = Math.min(rows, first + step);
            for (int column = 0; column < columns; column += tile.columns()) {
                tile.pack(part, b, column, strideB, panel, 0);
                for (int row = first; row < end; row += tile.rows()) {
                    int at = row * columns + column;
                    tile.multiply(part, a, row * depth + k * tile.rows(), panel, 0, from, k == 0 ? 0 : at, k == 0 ? 0 : columns, sums, at, columns);
                }
            }
        }
    }
}
