package upsampling.backend.vector;

/// The taps of one phase for {@link Direct}: at which offset of the copy each channel is read through each tap, and with which weight.
///
/// @param offset in the copy, for each channel and tap
/// @param weight place in the kernels of one output, as `channel*inputStride + tap`: the channel
/// @param tap and the tap
record DirectTaps(int[] offset, int[] channel, int[] tap) {

    static DirectTaps of(GridAxis rows, GridAxis columns, int rowPhase, int columnPhase, int inputs, int copyRows, int pitch, int kernelWidth) {
        int down = rows.tap()[rowPhase].length;
        int across = columns.tap()[columnPhase].length;
        int[] offset = new int[inputs * down * across];
        int[] channel = new int[offset.length];
        int[] tap = new int[offset.length];
        int k = 0;
        for (int c = 0; c < inputs; c++) {
            for (int u = 0; u < down; u++) {
                for (int v = 0; v < across; v++, k++) {
                    int plane = (c * rows.inputPhases() + rows.from()[rowPhase][u]) * columns.inputPhases() + columns.from()[columnPhase][v];
                    int row = rows.before() + rows.offset()[rowPhase][u];
                    offset[k] = (plane * copyRows + row) * pitch + columns.before() + columns.offset()[columnPhase][v];
                    channel[k] = c;
                    tap[k] = rows.tap()[rowPhase][u] * kernelWidth + columns.tap()[columnPhase][v];
                }
            }
        }
        return new DirectTaps(offset, channel, tap);
    }

    /// Returns the weights of one group: four outputs at a time as `[depth][4]`, and the last one or two by themselves.
    float[] packed(float[] weights, int group, int outputs, int outputStride, int inputStride) {
        int depth = offset.length;
        int fours = fours(outputs);
        float[] packed = new float[Math.max(outputs, fours * Stencil.ROWS) * depth];
        for (int o = 0; o < outputs; o++) {
            boolean isSingle = o >= fours * Stencil.ROWS;
            int at = isSingle ? o * depth : o / Stencil.ROWS * Stencil.ROWS * depth + o % Stencil.ROWS;
            int step = isSingle ? 1 : Stencil.ROWS;
            for (int k = 0; k < depth; k++) packed[at + k * step] = weights[group + o * outputStride + channel[k] * inputStride + tap[k]];
        }
        return packed;
    }

    /// How many outputs are computed four at a time: three and a row of zeros are quicker than three times one.
    private static int fours(int outputs) {
        return outputs / Stencil.ROWS + (outputs % Stencil.ROWS == 3 ? 1 : 0);
    }

    /// Computes the sums of all outputs at some places in a row.
    void sum(float[] packed, int outputs, float[] copy, int places, float[] sums, int at, int stride) {
        int depth = offset.length;
        int fours = fours(outputs);
        for (int f = 0; f < fours; f++) {
            for (int j = 0; j < places; j += Stencil.FOUR_COLUMNS) {
                Stencil.four(depth, packed, f * Stencil.ROWS * depth, copy, j, offset, sums, at + f * Stencil.ROWS * stride + j, stride);
            }
        }
        for (int o = fours * Stencil.ROWS; o < outputs; o++) {
            for (int j = 0; j < places; j += Stencil.ONE_COLUMNS) Stencil.one(depth, packed, o * depth, copy, j, offset, sums, at + o * stride + j);
        }
    }
}
