package upsampling.backend.vector;

import java.util.Arrays;

/// {@link PhaseSums} of many channels, by the tiles of {@link Product}: what some places read for the taps and channels of a phase is copied side by side, and
/// stays in the first cache while all outputs pass.
///
/// @param tile for so many outputs
/// @param taps of the phase
/// @param plane distance of two channels in the copy
record TileSums(Tile tile, int inputs, int outputs, DirectTaps taps, int plane) implements PhaseSums {
    /// From so many channels on: with fewer, a sum is short, and loading and storing it costs more than a {@link Stencil} loses.
    static final int FEWEST = 32;

    /// Whether there are enough channels on both sides.
    static boolean isFor(int inputs, int outputs) {
        return inputs >= FEWEST && outputs >= Stencil.ROWS;
    }

    @Override
    public int size() {
        return panels() * tile.rows() * depth();
    }

    private int panels() {
        return Math.ceilDiv(outputs, tile.rows());
    }

    private int depth() {
        return inputs * taps.count();
    }

    /// `[panel][tap][input][tile.rows()]`; outputs that do not exist are 0.
    @Override
    public void pack(Weights weights, int first, float[] packed, int at) {
        int rows = tile.rows();
        for (int panel = 0; panel < panels(); panel++) {
            for (int c = 0; c < inputs; c++) {
                for (int r = 0; r < rows; r++) {
                    int o = panel * rows + r;
                    for (int t = 0; t < taps.count(); t++) { // the taps of a kernel lie near each other
                        packed[at + (panel * depth() + t * inputs + c) * rows + r] = o < outputs ? weights.get(first, o, c, taps.tap()[t]) : 0;
                    }
                }
            }
        }
    }

    @Override
    public void sum(float[] packed, int atWeights, float[] copy, int places, float[] scratch, float[] sums, int at, int stride) {
        if (depth() == 0) Arrays.fill(sums, at, at + outputs * stride, 0);
        float[] zeros = new float[tile.columns()];
        for (int k = 0; k < depth(); k += tile.depth()) {
            int part = Math.min(tile.depth(), depth() - k);
            for (int j = 0; j < places; j += tile.columns()) {
                copy(k, part, copy, j, scratch);
                for (int panel = 0; panel < panels(); panel++) {
                    int a = atWeights + (panel * depth() + k) * tile.rows();
                    int to = at + panel * tile.rows() * stride + j;
                    tile.multiply(part, packed, a, scratch, 0, k == 0 ? zeros : sums, k == 0 ? 0 : to, k == 0 ? 0 : stride, sums, to, stride);
                }
            }
        }
    }

    /// Copies what a tile's places read, from the tap and channel `first / inputs`, `first % inputs` on.
    private void copy(int first, int count, float[] copy, int place, float[] panel) {
        for (int k = first; k < first + count; ) {
            int c = k % inputs;
            int channels = Math.min(inputs - c, first + count - k);
            tile.pack(channels, copy, taps.offset()[k / inputs] + c * plane + place, plane, panel, (k - first) * tile.columns());
            k += channels;
        }
    }
}
