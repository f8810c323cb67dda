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
    private static final int DEPTH = 256; // as in Product: a column of tiles and a panel of weights fit the first cache
    private static final int TILES = 96; // of a block: what they read and compute stays near
    private static final int OUTPUTS = 48; // computed for a block before they are stored

    private Winograd() { }

    /// Computes one group.
    ///
    /// @param weights the group's, transformed and packed for `tile`
    static void run(Workers workers, BufferPool pool, Tile tile, WinogradPlan plan, float[] weights, float[] x, int firstInput, float[] y, int firstOutput) {
        WinogradInput input = new WinogradInput(plan, x, firstInput);
        int tiles = plan.tiles();
        int blocks = Math.ceilDiv(tiles, TILES);
        if (tiles > workers.threads()) blocks = Math.ceilDiv(blocks, workers.threads()) * workers.threads(); // equal shares
        int block = Math.ceilDiv(Math.ceilDiv(tiles, blocks), tile.columns()) * tile.columns();
        WinogradOutput output = new WinogradOutput(plan, y, firstOutput, block);
        workers.run(Math.ceilDiv(tiles, block), piece -> {
            int first = piece * block;
            block(pool, tile, plan, weights, input, output, first, Math.min(block, tiles - first), block);
        });
    }

    private static void block(BufferPool pool, Tile tile, WinogradPlan plan, float[] weights, WinogradInput input, WinogradOutput output, int first, int count,
            int width) {
        int stride = width + Lanes.COUNT; // the transform writes up to a vector more; and rows an odd number of vectors apart do not compete for one place in the cache
        int group = groupOf(tile, output);
        float[] v = pool.array(16 * plan.depth() * stride);
        float[] products = pool.array(16 * group * width);
        float[] panel = pool.array(tile.columns() * Math.min(plan.depth(), DEPTH));
        float[] scratch = pool.array(Math.max(input.scratch(), output.scratch()));
        Arrays.fill(scratch, 0, input.scratch(), 0);
        Interrupts.check();
        input.transform(first, count, v, stride, scratch);
        int used = Math.ceilDiv(count, tile.columns()) * tile.columns();
        for (int row = 0; row < plan.outputs(); row += group) {
            Interrupts.check();
            int rows = Math.min(group, Math.ceilDiv(plan.outputs() - row, tile.rows()) * tile.rows());
            for (int place = 0; place < 16; place++) {
                multiply(tile, plan, weights, place, row, rows, v, stride, panel, used, products, place * group * width, width);
            }
            for (int r = 0; r < Math.min(group, plan.outputs() - row); r += output.together()) {
                output.store(products, r * width, group * width, width, row + r, first, count, scratch);
            }
        }
        pool.give(v);
        pool.give(products);
        pool.give(panel);
        pool.give(scratch);
    }

    /// Whole panels of weights that hold whole rows of phases, about {@link #OUTPUTS} outputs.
    private static int groupOf(Tile tile, WinogradOutput output) {
        int least = tile.rows();
        while (least % output.together() != 0) least += tile.rows();
        return Math.max(1, OUTPUTS / least) * least;
    }

    private static void multiply(Tile tile, WinogradPlan plan, float[] weights, int place, int row, int rows, float[] v, int stride, float[] panel, int columns,
            float[] products, int at, int width) {
        int depth = plan.depth();
        int panels = Math.ceilDiv(plan.outputs(), tile.rows());
        float[] zeros = new float[tile.columns()];
        for (int k = 0; k < depth; k += DEPTH) {
            int part = Math.min(DEPTH, depth - k);
            float[] from = k == 0 ? zeros : products;
            for (int column = 0; column < columns; column += tile.columns()) { // these columns stay in the first cache while all rows pass
                tile.pack(part, v, (place * depth + k) * stride + column, stride, panel, 0);
                for (int r = 0; r < rows; r += tile.rows()) {
                    int a = ((place * panels + (row + r) / tile.rows()) * depth + k) * tile.rows();
                    int c = at + r * width + column;
                    tile.multiply(part, weights, a, panel, 0, from, k == 0 ? 0 : c, k == 0 ? 0 : width, products, c, width);
                }
            }
        }
    }
}
