package upsampling.backend.vector;

import upsampling.backend.MatrixView;

/// The matrix product of a backend, `c = a b` or `c += a b`, by {@link Product}. Plain twin: `ScalarProducts.gemm`.
public final class Matrices {
    private Matrices() { }

    /// Computes the product of two views; `c` has no entry in common with `a` or `b`.
    public static void gemm(Workers workers, BufferPool pool, MatrixView a, MatrixView b, boolean add, MatrixView c) {
        float[] left = BufferPool.values(a.tensor().buffer());
        float[] right = BufferPool.values(b.tensor().buffer());
        float[] result = BufferPool.values(c.tensor().buffer());
        Tile tile = Tile.forRows(c.rows());
        float[] packed = Product.packRows(tile, a.rows(), a.columns(), (i, k) -> left[a.index(i, k)], pool);
        Product.run(workers, pool, tile, a.rows(), a.columns(), b.columns(), packed,
            (k, depth, j, columns, block, stride) -> pack(right, b, k, depth, j, columns, block, stride),
            (j, columns, sums, stride) -> store(sums, stride, columns, result, c, j, add));
        pool.give(packed);
    }

    private static void pack(float[] from, MatrixView b, int k, int depth, int j, int columns, float[] packed, int stride) {
        if (b.columnStride() == 1) {
            for (int row = 0; row < depth; row++) System.arraycopy(from, b.index(k + row, j), packed, row * stride, columns);
        } else {
            for (int column = 0; column < columns; column++) {
                int source = b.index(k, j + column);
                for (int row = 0; row < depth; row++) packed[row * stride + column] = from[source + row * b.rowStride()];
            }
        }
    }

    private static void store(float[] sums, int stride, int columns, float[] result, MatrixView c, int j, boolean add) {
        for (int i = 0; i < c.rows(); i++) {
            int at = i * stride;
            for (int column = 0; column < columns; column++) {
                int to = c.index(i, j + column);
                result[to] = add ? result[to] + sums[at + column] : sums[at + column];
            }
        }
    }
}
