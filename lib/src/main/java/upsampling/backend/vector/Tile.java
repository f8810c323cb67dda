package upsampling.backend.vector;

import java.util.List;

/// The innermost loop of a matrix product: a small block of the result, whose sums stay in registers until they are complete.
///
/// ```
/// c(i, j) = from(i, j) + sum over k of a(i, k) * b(k, j)          i < rows, j < columns, k < depth
/// ```
/// `a` and `b` are packed, `a` as `[depth][rows]` and `b` as `[depth][columns]`: both are read from front to end. Plain twin: the loop over `k` in
/// `ScalarProducts.gemm`.
interface Tile {
    /// Tiles for this machine's vectors, the one for many rows first. Vectors of 8 floats mostly mean AVX2, which has 16 registers.
    List<Tile> ALL = List.of(Lanes.COUNT == 8 ? new Tile6x2() : new Tile12x2(), Lanes.COUNT == 8 ? new Tile4x3() : new Tile4x4());

    /// Returns the tile that wastes least on so many rows.
    static Tile forRows(int rows) {
        Tile best = ALL.getFirst();
        for (Tile tile : ALL) if (Math.ceilDiv(rows, tile.rows()) * tile.rows() < Math.ceilDiv(rows, best.rows()) * best.rows()) best = tile;
        return best;
    }

    /// Rows of the block.
    int rows();

    /// Vectors in a row of the block.
    int vectors();

    /// Floats in a row of the block.
    default int columns() {
        return vectors() * Lanes.COUNT;
    }

    /// Computes one block.
    ///
    /// @param strideB distance of two rows of `b`
    /// @param strideFrom distance of two rows of `from`; 0 if all sums begin with the same row, such as zeros
    /// @param strideC distance of two rows of `c`, which may be `from`
    void multiply(int depth, float[] a, int atA, float[] b, int atB, int strideB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC);
}
