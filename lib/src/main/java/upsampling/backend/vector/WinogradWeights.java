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

    /// Returns the 16 matrices, packed for a tile: `[16][panel][depth][tile.rows()]`; rows that do not exist are 0.
    float[] transformed(WinogradPlan plan, Tile tile, Workers workers, BufferPool pool) {
        int panels = Math.ceilDiv(plan.outputs(), tile.rows());
        float[] packed = pool.array(Math.multiplyExact(16 * panels * tile.rows(), plan.depth()));
        int matrix = panels * plan.depth() * tile.rows(); // distance of two matrices
        workers.run(panels, panel -> {
            Interrupts.check();
            float[] kernel = new float[9];
            float[] half = new float[12];
            for (int k = 0; k < plan.depth(); k++) { // kernels of neighbouring rows lie near each other, so the rows are the inner loop
                for (int r = 0; r < tile.rows(); r++) {
                    int row = panel * tile.rows() + r;
                    int at = (panel * plan.depth() + k) * tile.rows() + r;
                    if (row < plan.outputs()) transform(plan, row, k, kernel, half, packed, at, matrix);
                    else for (int place = 0; place < 16; place++) packed[at + place * matrix] = 0;
                }
            }
        });
        return packed;
    }

    /// Transforms the kernel between one row and one place in the depth.
    private void transform(WinogradPlan plan, int row, int k, float[] kernel, float[] half, float[] packed, int at, int matrix) {
        WinogradAxis rows = plan.rows();
        WinogradAxis columns = plan.columns();
        int inputPhases = rows.inputPhases() * columns.inputPhases();
        int channel = row / (rows.outputPhases() * columns.outputPhases());
        // Only one of the two sides has phases; those of the other are 0.
        int rowPhase = row / columns.outputPhases() % rows.outputPhases() + k % inputPhases / columns.inputPhases();
        int columnPhase = row % columns.outputPhases() + k % columns.inputPhases();
        int[] down = rows.tap()[rowPhase];
        int[] across = columns.tap()[columnPhase];
        int from = offset + channel * outputStride + k / inputPhases * inputStride;
        for (int u = 0; u < down.length; u++) {
            for (int v = 0; v < across.length; v++) kernel[u * across.length + v] = values[from + down[u] * kernelWidth + across[v]];
        }
        transform(kernel, rows.taps(), half, packed, at, matrix);
    }

    private static void transform(float[] kernel, int taps, float[] half, float[] packed, int at, int matrix) {
        for (int v = 0; v < taps; v++) line(kernel, v, taps, taps, half, v, taps);
        for (int r = 0; r < 4; r++) line(half, r * taps, 1, taps, packed, at + 4 * r * matrix, matrix);
    }

    /// Four numbers of two taps or of three.
    private static void line(float[] g, int from, int step, int taps, float[] u, int to, int distance) {
        float first = g[from];
        float last = g[from + (taps - 1) * step];
        float middle = taps == 3 ? g[from + step] : last;
        float ends = taps == 3 ? first + last : first;
        u[to] = first;
        u[to + distance] = 0.5f * (ends + middle);
        u[to + 2 * distance] = 0.5f * (ends - middle);
        u[to + 3 * distance] = last;
    }
}
