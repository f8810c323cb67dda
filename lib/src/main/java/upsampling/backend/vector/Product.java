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
///     for each part of the depth                 so that a panel of B stays in the first cache
///         pack B
///         for each panel of A, for each tile     the tile adds its part to C
///     store C
/// ```
/// Source: Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008.
final class Product {
    /// Most of the depth that one tile does at once: 32 columns of so many rows are 32 KiB.
    static final int DEPTH = 256;
    /// Columns of a block: 128 columns of 256 rows are 128 KiB, and as much of the result, a part of the second cache.
    static final int COLUMNS = 128;

    private Product() { }

    /// Packs a block of `B`.
    interface Columns {
        /// Writes the rows `k .. k+depth-1` of the columns `j .. j+columns-1` as panels of `width` columns: `[panel][depth][width]`. What the last panel has
        /// beyond `columns` must be finite, its products are not used.
        void pack(int k, int depth, int j, int columns, int width, float[] panels);
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
        int block = Math.min(COLUMNS, Math.ceilDiv(Math.ceilDiv(columns, workers.threads()), tile.columns()) * tile.columns()); // no thread without work
        int paddedRows = Math.ceilDiv(rows, tile.rows()) * tile.rows();
        workers.run(Math.ceilDiv(columns, block), piece -> {
            int j = piece * block;
            int width = Math.min(block, columns - j);
            int paddedWidth = Math.ceilDiv(width, tile.columns()) * tile.columns();
            float[] panels = pool.array(paddedWidth * Math.min(depth, DEPTH));
            float[] sums = pool.array(paddedRows * paddedWidth);
            if (depth == 0) Arrays.fill(sums, 0); // a phase that no tap reaches
            for (int k = 0; k < depth; k += DEPTH) {
                Interrupts.check();
                int part = Math.min(DEPTH, depth - k);
                b.pack(k, part, j, width, tile.columns(), panels);
                multiply(tile, paddedRows, depth, k, part, paddedWidth, packedA, panels, sums);
            }
            c.store(j, width, sums, paddedWidth);
            pool.give(panels);
            pool.give(sums);
        });
    }

    private static void multiply(Tile tile, int paddedRows, int depth, int k, int part, int paddedWidth, float[] packedA, float[] panels, float[] sums) {
        float[] from = k == 0 ? new float[tile.columns()] : sums;
        for (int row = 0; row < paddedRows; row += tile.rows()) {
            int atA = row * depth + k * tile.rows();
            for (int column = 0; column < paddedWidth; column += tile.columns()) {
                int atC = row * paddedWidth + column;
                int atFrom = k == 0 ? 0 : atC;
                int strideFrom = k == 0 ? 0 : paddedWidth;
                tile.multiply(part, packedA, atA, panels, column * part, tile.columns(), from, atFrom, strideFrom, sums, atC, paddedWidth);
            }
        }
    }
}
