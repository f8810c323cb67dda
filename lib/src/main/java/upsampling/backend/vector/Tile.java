package upsampling.backend.vector;

import java.util.Comparator;
import java.util.List;

/// The innermost loop of a matrix product: a small block of the result, whose sums stay in registers until they are complete.
///
/// ```
/// c(i, j) = from(i, j) + sum over k of a(i, k) * b(k, j)          i < rows, j < columns, k < depth
/// ```
/// `a` and `b` are packed as `[depth][rows]` and `[depth][columns]`: distances that the compiler knows need no check in the loop. Plain twin: the loop over `k`
/// in `ScalarProducts.gemm`.
interface Tile {
    /// Tiles for this machine's vectors. Vectors of 8 floats mostly mean AVX2, which has 16 registers; others have 32.
    List<Tile> ALL = Lanes.COUNT == 8 ? List.of(new Tile6x2(), new Tile4x2()) : List.of(new Tile12x2(), new Tile8x2(), new Tile4x4());

    /// Most of the depth that one tile does at once, if its columns are narrow.
    int MOST_DEPTH = 256;
    /// Floats of `b` that stay in the first cache: 32 KiB of 48, or 16 of 32 with vectors of 8 floats, whose tiles are narrow.
    int FIRST_CACHE = 8192;

    /// Returns the tile that is quickest for so many rows, those that it computes in vain included.
    static Tile forRows(int rows) {
        return ALL.stream().min(Comparator.comparingDouble(tile -> tile.cost(rows))).orElseThrow();
    }

    /// Multiplications of one column, if those of the largest tile count one.
    default double cost(int rows) {
        return Math.ceilDiv(rows, rows()) * rows() * slowness();
    }

    /// How long a multiplication takes compared with one of the largest tile, measured: a smaller tile has more loads for each.
    double slowness();

    /// Rows of the block.
    int rows();

    /// Vectors in a row of the block.
    int vectors();

    /// Floats in a row of the block.
    default int columns() {
        return vectors() * Lanes.COUNT;
    }

    /// Most of the depth that {@link #multiply} should do at once: its columns must stay in the first cache while all rows pass.
    default int depth() {
        return Math.min(MOST_DEPTH, FIRST_CACHE / columns());
    }

    /// Copies rows of a matrix to where {@link #multiply} wants `b`. It takes some percent of the time, since many tiles follow that use the same columns.
    ///
    /// @param stride distance of two rows of `b`, each of which must have as many floats as the tile has columns
    /// @param panel `[depth][columns]`
    default void pack(int depth, float[] b, int atB, int stride, float[] panel, int at) {
        for (int i = 0; i < vectors(); i += 2) Panel.copyTwo(depth, b, atB + i * Lanes.COUNT, stride, panel, at + i * Lanes.COUNT, columns());
    }

    /// Computes one block.
    ///
    /// @param strideFrom distance of two rows of `from`; 0 if all sums begin with the same row, such as zeros
    /// @param strideC distance of two rows of `c`, which may be `from`
    void multiply(int depth, float[] a, int atA, float[] b, int atB, float[] from, int atFrom, int strideFrom, float[] c, int atC, int strideC);
}
