package upsampling.backend.vector;

/// {@link PhaseSums} of few channels: all channels and taps are one sum, whatever their offsets.
///
/// @param outputs channels that are written
/// @param taps of the phase
/// @param offset in the copy, for each channel and tap
record StencilSums(int inputs, int outputs, DirectTaps taps, int[] offset) implements PhaseSums {

    static StencilSums of(int inputs, int outputs, DirectTaps taps, int plane) {
        int[] offset = new int[inputs * taps.count()];
        for (int k = 0; k < offset.length; k++) offset[k] = k / taps.count() * plane + taps.offset()[k % taps.count()];
        return new StencilSums(inputs, outputs, taps, offset);
    }

    /// How many outputs are computed four at a time: three and a row of zeros are quicker than three times one.
    private int fours() {
        return outputs / Stencil.ROWS + (outputs % Stencil.ROWS == 3 ? 1 : 0);
    }

    @Override
    public int size() {
        return Math.max(outputs, fours() * Stencil.ROWS) * offset.length;
    }

    /// Four outputs at a time as `[depth][4]`, and the last one or two by themselves.
    @Override
    public void pack(Weights weights, int first, float[] packed, int at) {
        int depth = offset.length;
        int together = fours() * Stencil.ROWS;
        for (int o = 0; o < Math.max(outputs, together); o++) {
            boolean isSingle = o >= together;
            int to = at + (isSingle ? o * depth : o / Stencil.ROWS * Stencil.ROWS * depth + o % Stencil.ROWS);
            int step = isSingle ? 1 : Stencil.ROWS;
            for (int k = 0; k < depth; k++) {
                packed[to + k * step] = o < outputs ? weights.get(first, o, k / taps.count(), taps.tap()[k % taps.count()]) : 0;
            }
        }
    }

    @Override
    public void sum(float[] packed, int atWeights, float[] copy, int places, float[] scratch, float[] sums, int at, int stride) {
        int depth = offset.length;
        int fours = fours();
        for (int f = 0; f < fours; f++) {
            for (int j = 0; j < places; j += Stencil.FOUR_COLUMNS) {
                Stencil.four(depth, packed, atWeights + f * Stencil.ROWS * depth, copy, j, offset, sums, at + f * Stencil.ROWS * stride + j, stride);
            }
        }
        for (int o = fours * Stencil.ROWS; o < outputs; o++) {
            for (int j = 0; j < places; j += Stencil.ONE_COLUMNS) Stencil.one(depth, packed, atWeights + o * depth, copy, j, offset, sums, at + o * stride + j);
        }
    }
}
