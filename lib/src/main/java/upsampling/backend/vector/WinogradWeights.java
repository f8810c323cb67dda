package upsampling.backend.vector;

import upsampling.backend.Interrupts;

/// The weights of one group in Winograd's form: 16 matrices, one for each place in a tile of 4 x 4.
///
/// ```
/// two taps      u = (g0, (g0 + g1)/2, (g0 - g1)/2, g1)
/// three taps    u = (g0, (g0 + g1 + g2)/2, (g0 - g1 + g2)/2, g2)         along the rows, and then along the columns
/// ```
/// @param values weights of a layer, kernels of `kernelWidth` columns
/// @param offset where the group begins
/// @param outputStride distance of two channels that are written
/// @param inputStride distance of two channels that are read
/// @param kernelWidth taps in a row of a kernel
record WinogradWeights(float[] values, int offset, int outputStride, int inputStride, int kernelWidth) {

    /// Returns the 16 matrices, packed for a tile: `[16][panel][depth][tile.rows()]`; rows that do not exist are 0. Matrices are {@link #distance} apart.
    float[] transformed(WinogradPlan plan, Tile tile, Workers workers, BufferPool pool) {
        int panels = Math.ceilDiv(plan.outputs(), tile.rows());
        int matrix = distance(plan, tile);
        float[] packed = pool.array(Math.multiplyExact(16, matrix));
        int[][] taps = taps(plan);
        int outputPhases = plan.rows().outputPhases() * plan.columns().outputPhases();
        int inputPhases = plan.rows().inputPhases() * plan.columns().inputPhases();
        workers.run(panels, panel -> {
            Interrupts.check();
            int first = panel * tile.rows();
            for (int k = 0; k < plan.depth(); k++) { // kernels of neighbouring rows lie near each other, so the rows are the inner loop
                int from = offset + k / inputPhases * inputStride;
                int at = first * plan.depth() + k * tile.rows();
                for (int r = 0; r < tile.rows(); r++) {
                    int row = first + r;
                    // Only one of the two sides has phases; those of the other are 0.
                    if (row < plan.outputs()) transform(from + row / outputPhases * outputStride, taps[row % outputPhases + k % inputPhases], packed, at + r, matrix);
                    else for (int place = 0; place < 16; place++) packed[at + r + place * matrix] = 0;
                }
            }
        });
        return packed;
    }

    /// Returns the distance of two matrices. All 16 are written side by side, so it is one at which they do not compete for one place in the cache.
    static int distance(WinogradPlan plan, Tile tile) {
        return CacheLines.odd(Math.multiplyExact(Math.ceilDiv(plan.outputs(), tile.rows()) * tile.rows(), plan.depth()));
    }

    /// Returns for each phase where its taps lie in a kernel, row by row.
    private int[][] taps(WinogradPlan plan) {
        WinogradAxis rows = plan.rows();
        WinogradAxis columns = plan.columns();
        int[][] taps = new int[rows.stride() * columns.stride()][rows.taps() * columns.taps()];
        for (int phase = 0; phase < taps.length; phase++) {
            int[] down = rows.tap()[phase / columns.stride()];
            int[] across = columns.tap()[phase % columns.stride()];
            for (int t = 0; t < taps[phase].length; t++) taps[phase][t] = down[t / across.length] * kernelWidth + across[t % across.length];
        }
        return taps;
    }

    private void transform(int kernel, int[] taps, float[] packed, int at, int matrix) {
        if (taps.length == 4) transformTwo(kernel, taps, packed, at, matrix);
        else transformThree(kernel, taps, packed, at, matrix);
    }

    private void transformTwo(int kernel, int[] taps, float[] packed, int at, int matrix) {
        float a = values[kernel + taps[0]];
        float b = values[kernel + taps[1]];
        float c = values[kernel + taps[2]];
        float d = values[kernel + taps[3]];
        two(a, b, packed, at, matrix);
        two(0.5f * (a + c), 0.5f * (b + d), packed, at + 4 * matrix, matrix);
        two(0.5f * (a - c), 0.5f * (b - d), packed, at + 8 * matrix, matrix);
        two(c, d, packed, at + 12 * matrix, matrix);
    }

    private static void two(float first, float last, float[] u, int to, int distance) {
        u[to] = first;
        u[to + distance] = 0.5f * (first + last);
        u[to + 2 * distance] = 0.5f * (first - last);
        u[to + 3 * distance] = last;
    }

    private void transformThree(int kernel, int[] taps, float[] packed, int at, int matrix) {
        float a0 = values[kernel + taps[0]];
        float a1 = values[kernel + taps[1]];
        float a2 = values[kernel + taps[2]];
        float b0 = values[kernel + taps[3]];
        float b1 = values[kernel + taps[4]];
        float b2 = values[kernel + taps[5]];
        float c0 = values[kernel + taps[6]];
        float c1 = values[kernel + taps[7]];
        float c2 = values[kernel + taps[8]];
        three(a0, a1, a2, packed, at, matrix);
        three(0.5f * (a0 + c0 + b0), 0.5f * (a1 + c1 + b1), 0.5f * (a2 + c2 + b2), packed, at + 4 * matrix, matrix);
        three(0.5f * (a0 + c0 - b0), 0.5f * (a1 + c1 - b1), 0.5f * (a2 + c2 - b2), packed, at + 8 * matrix, matrix);
        three(c0, c1, c2, packed, at + 12 * matrix, matrix);
    }

    private static void three(float first, float middle, float last, float[] u, int to, int distance) {
        u[to] = first;
        u[to + distance] = 0.5f * (first + last + middle);
        u[to + 2 * distance] = 0.5f * (first + last - middle);
        u[to + 3 * distance] = last;
    }
}
