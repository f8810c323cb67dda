package upsampling.backend.vector;

import java.util.Arrays;

/// {@link PhaseSums} of many channels: for each tap a sum over the channels, by the tiles of {@link Product}. A channel is as far from the next one for every
/// tap, so a tile reads the copy as if it were a packed matrix.
///
/// @param tile for so many outputs
/// @param taps of the phase
/// @param plane distance of two channels in the copy
record TileSums(Tile tile, int inputs, int outputs, DirectTaps taps, int plane) implements PhaseSums {
    /// Channels of which some columns stay in the first cache while all outputs pass.
    private static final int DEPTH = 128;

    /// From so many channels on: with fewer, loading and storing sums for each tap costs more than it saves.
    static final int FEWEST = 32;

    /// Whether there are enough channels on both sides.
    static boolean isFor(int inputs, int outputs) {
        return inputs >= FEWEST && outputs >= Stencil.ROWS;
    }

    @Override
    public int size() {
        return panels() * tile.rows() * inputs * taps.count();
    }

    private int panels() {
        return Math.ceilDiv(outputs, tile.rows());
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
                        packed[at + ((panel * taps.count() + t) * inputs + c) * rows + r] = o < outputs ? weights.get(first, o, c, taps.tap()[t]) : 0;
                    }
                }
            }
        }
    }

    @Override
    public void sum(float[] packed, int atWeights, float[] copy, int places, float[] sums, int at, int stride) {
        if (taps.count() == 0) Arrays.fill(sums, at, at + outputs * stride, 0);
        float[] zeros = new float[tile.columns()];
        for (int c = 0; c < inputs; c += DEPTH) {
            int depth = Math.min(DEPTH, inputs - c);
            for (int j = 0; j < places; j += tile.columns()) {
                for (int panel = 0; panel < panels(); panel++) {
                    int to = at + panel * tile.rows() * stride + j;
                    for (int t = 0; t < taps.count(); t++) {
                        boolean isFirst = c == 0 && t == 0;
                        int a = atWeights + ((panel * taps.count() + t) * inputs + c) * tile.rows();
                        tile.multiply(depth, packed, a, copy, taps.offset()[t] + c * plane + j, plane, isFirst ? zeros : sums, isFirst ? 0 : to, isFirst ? 0 : stride,
                            sums, to, stride);
                    }
                }
            }
        }
    }
}
