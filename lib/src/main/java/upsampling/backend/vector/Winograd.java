package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;

/// Convolutions with two or three taps per phase, with fewer multiplications. A tile of 3 x 3 cells under 2 x 2 taps takes 16 of them instead of 36, one of 2 x 2
/// under 3 x 3 taps also 16 instead of 36: 2.25 times fewer.
///
/// ```
/// y = back( sum over c of transformed weight(c) * transformed cells(c) )        elementwise products of 4 x 4 numbers
/// ```
/// Over all tiles and channels these are 16 products of matrices. All phases of a transposed convolution read the same cells, so the cells are transformed once
/// for all of them; a strided convolution reads each phase of the large picture by itself.
///
/// Sums and differences of neighbours are rounded, so the error is some times that of the plain sum; and since a NaN or an infinity would spread to its
/// neighbours, such pictures are left to {@link Product}.
///
/// Source: Winograd, "Arithmetic complexity of computations", 1980; for layers: Lavin and Gray, "Fast algorithms for convolutional neural networks", 2016.
final class Winograd {
    private static final int TILES = 96; // of a block: what they read and compute stays near
    private static final int OUTPUTS = 1024; // computed for a block before they are stored, about
    private static final int ROWS = 48; // of weights that stay in the second cache while all tiles of a block pass

    private Winograd() { }

    /// Computes one group.
    ///
    /// @param weights the group's, transformed and packed for `tile`
    static void run(Workers workers, BufferPool pool, Tile tile, WinogradPlan plan, float[] weights, float[] x, int firstInput, float[] y, int firstOutput) {
        int tiles = plan.tiles();
        int block = Pieces.block(tiles, TILES, tile.columns(), workers.threads());
        WinogradInput input = new WinogradInput(plan, x, firstInput, block);
        WinogradOutput output = new WinogradOutput(plan, y, firstOutput, block);
        workers.run(Math.ceilDiv(tiles, block), piece -> {
            int first = piece * block;
            block(pool, tile, plan, weights, input, output, first, Math.min(block, tiles - first), block);
        });
    }

    private static void block(BufferPool pool, Tile tile, WinogradPlan plan, float[] weights, WinogradInput input, WinogradOutput output, int first, int count,
            int width) {
        int stride = width + Lanes.COUNT; // the transform writes up to a vector more; and rows an odd number of vectors apart do not compete for one place in the cache
        int matrix = CacheLines.odd(plan.depth() * stride);
        int group = groupOf(tile, plan, output);
        int distance = CacheLines.odd(group * width); // of two of the 16 matrices of products
        float[] v = pool.array(16 * matrix);
        float[] products = pool.array(Math.multiplyExact(16, distance));
        float[] panels = pool.array(width * Math.min(plan.depth(), tile.depth()));
        float[] scratch = pool.array(Math.max(input.scratch(), output.scratch()));
        Arrays.fill(scratch, 0, input.scratch(), 0);
        Interrupts.check();
        input.transform(first, count, v, stride, matrix, scratch);
        int used = Math.ceilDiv(count, tile.columns()) * tile.columns();
        for (int row = 0; row < plan.outputs(); row += group) {
            int rows = Math.min(group, Math.ceilDiv(plan.outputs() - row, tile.rows()) * tile.rows());
            for (int place = 0; place < 16; place++) {
                Interrupts.check();
                int a = place * WinogradWeights.distance(plan, tile) + row * plan.depth();
                multiply(tile, plan.depth(), rows, used, weights, a, v, place * matrix, stride, panels, products, place * distance, width);
            }
            for (int r = 0; r < Math.min(group, plan.outputs() - row); r += output.together()) {
                output.store(products, r * width, distance, width, row + r, first, count, scratch);
            }
        }
        pool.give(v);
        pool.give(products);
        pool.give(panels);
        pool.give(scratch);
    }

    /// Whole panels of weights that hold whole rows of phases, up to about {@link #OUTPUTS} outputs.
    private static int groupOf(Tile tile, WinogradPlan plan, WinogradOutput output) {
        int least = tile.rows();
        while (least % output.together() != 0) least += tile.rows();
        return Math.clamp(Math.ceilDiv(plan.outputs(), least), 1, Math.max(1, OUTPUTS / least)) * least;
    }

    /// Computes one of the 16 products.
    private static void multiply(Tile tile, int depth, int rows, int columns, float[] weights, int a, float[] v, int b, int stride, float[] panels, float[] products,
            int c, int width) {
        float[] zeros = new float[tile.columns()];
        int step = Math.ceilDiv(ROWS, tile.rows()) * tile.rows();
        for (int k = 0; k < depth; k += tile.depth()) {
            int part = Math.min(tile.depth(), depth - k);
            boolean isFirst = k == 0;
            for (int column = 0; column < columns; column += tile.columns()) tile.pack(part, v, b + k * stride + column, stride, panels, column * part);
            for (int row = 0; row < rows; row += step) {
                for (int column = 0; column < columns; column += tile.columns()) { // these columns stay in the first cache while the rows pass
                    for (int r = row; r < Math.min(rows, row + step); r += tile.rows()) {
                        int to = c + r * width + column;
                        tile.multiply(part, weights, a + r * depth + k * tile.rows(), panels, column * part, isFirst ? zeros : products, isFirst ? 0 : to,
                            isFirst ? 0 : width, products, to, width);
                    }
                }
            }
        }
    }
}
