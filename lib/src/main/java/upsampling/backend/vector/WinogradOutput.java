package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// From Winograd's 16 products for each tile back to cells of the picture, per axis:
///
/// ```
/// two taps      y = (m0 + m1 + m2, m1 - m2, m1 + m2 - m3)
/// three taps    y = (m0 + m1 + m2, m1 - m2 - m3)
/// ```
/// A vector holds the same cell of neighbouring tiles. The cells of a tile, and the column phases of a transposed convolution, are strands that are
/// braided into one row and then copied to where they belong, as far as that lies in the picture.
final class WinogradOutput {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;

    private final WinogradPlan plan;
    private final float[] y;
    private final int firstChannel;
    private final int[] order; // phase*cells + cell of each strand of a row
    private final int firstColumn; // where the row of the tile in column 0 begins; before the picture if negative

    WinogradOutput(WinogradPlan plan, float[] y, int firstChannel) {
        this.plan = plan;
        this.y = y;
        this.firstChannel = firstChannel;
        WinogradAxis columns = plan.columns();
        int phases = columns.outputPhases();
        int cells = plan.cells();
        order = new int[phases * cells];
        int least = 0;
        for (int q = 0; q < phases; q++) least = Math.min(least, q - phases * columns.shift(q));
        // A later phase has its taps at the same cells or one further on, so the columns of all phases lie side by side.
        for (int q = 0; q < phases; q++) {
            for (int cell = 0; cell < cells; cell++) order[phases * (cell - columns.shift(q)) + q - least] = q * cells + cell;
        }
        firstColumn = least;
    }

    /// Outputs that must be computed together: the column phases of a row.
    int together() {
        return plan.columns().outputPhases();
    }

    /// Elements of scratch memory that {@link #store} needs.
    int scratch() {
        return 16 * L + plan.columns().outputPhases() * plan.cells() * plan.cells() * L + order.length * L;
    }

    /// Stores the outputs `row .. row + together() - 1` of some tiles.
    ///
    /// @param products `[16][rows][stride]` of one block of tiles
    /// @param at where the products of output `row` begin
    /// @param matrix distance of two of the 16 matrices
    /// @param tile first tile
    void store(float[] products, int at, int matrix, int stride, int row, int tile, int tiles, float[] scratch) {
        WinogradAxis rows = plan.rows();
        int phases = plan.columns().outputPhases();
        int channel = row / phases / rows.outputPhases();
        int phase = row / phases % rows.outputPhases();
        int cells = plan.cells();
        int results = 16 * L;
        int braided = results + phases * cells * cells * L;
        int[] strands = new int[order.length];
        for (int t = 0; t < tiles; t += L) {
            for (int q = 0; q < phases; q++) back(products, at + q * stride + t, matrix, scratch, results + q * cells * cells * L);
            for (int r = 0; r < cells; r++) {
                for (int j = 0; j < order.length; j++) strands[j] = results + ((order[j] / cells * cells + r) * cells + order[j] % cells) * L;
                Braid.braid(scratch, strands, scratch, braided);
                copy(scratch, braided, tile + t, Math.min(L, tiles - t), channel, phase, r);
            }
        }
    }

    /// Copies one row of neighbouring tiles to where it belongs.
    private void copy(float[] row, int at, int tile, int tiles, int channel, int phase, int r) {
        int across = plan.tilesAcross();
        int length = order.length;
        int done = 0;
        while (done < tiles) { // a run of tiles in one row of them
            int tileRow = (tile + done) / across;
            int column = (tile + done) % across;
            int run = Math.min(tiles - done, across - column);
            int cell = tileRow % plan.tilesDown() * plan.cells() + r - plan.rows().shift(phase);
            int h = cell * plan.rows().outputPhases() + phase;
            if (cell >= 0 && h < plan.out().h()) {
                int w = firstColumn + column * length;
                int begin = Math.max(0, -w);
                int end = Math.min(run * length, plan.out().w() - w);
                if (begin < end) {
                    int to = plan.out().index(tileRow / plan.tilesDown(), firstChannel + channel, h, 0) + w + begin;
                    System.arraycopy(row, at + done * length + begin, y, to, end - begin);
                }
            }
            done += run;
        }
    }

    private void back(float[] products, int at, int matrix, float[] scratch, int results) {
        if (plan.cells() == 3) {
            for (int c = 0; c < 4; c++) downThree(products, at + c * matrix, 4 * matrix, scratch, c * L);
            for (int r = 0; r < 3; r++) acrossThree(scratch, 4 * r * L, scratch, results + 3 * r * L);
        } else {
            for (int c = 0; c < 4; c++) downTwo(products, at + c * matrix, 4 * matrix, scratch, c * L);
            for (int r = 0; r < 2; r++) acrossTwo(scratch, 4 * r * L, scratch, results + 2 * r * L);
        }
    }

    private static void downThree(float[] m, int at, int step, float[] to, int place) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + step);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * step);
        FloatVector sum = m1.add(m2);
        FloatVector.fromArray(S, m, at).add(sum).intoArray(to, place);
        m1.sub(m2).intoArray(to, place + 4 * L);
        sum.sub(FloatVector.fromArray(S, m, at + 3 * step)).intoArray(to, place + 8 * L);
    }

    private static void acrossThree(float[] m, int at, float[] to, int place) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + L);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * L);
        FloatVector sum = m1.add(m2);
        FloatVector.fromArray(S, m, at).add(sum).intoArray(to, place);
        m1.sub(m2).intoArray(to, place + L);
        sum.sub(FloatVector.fromArray(S, m, at + 3 * L)).intoArray(to, place + 2 * L);
    }

    private static void downTwo(float[] m, int at, int step, float[] to, int place) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + step);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * step);
        FloatVector.fromArray(S, m, at).add(m1.add(m2)).intoArray(to, place);
        m1.sub(m2).sub(FloatVector.fromArray(S, m, at + 3 * step)).intoArray(to, place + 4 * L);
    }

    private static void acrossTwo(float[] m, int at, float[] to, int place) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + L);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * L);
        FloatVector.fromArray(S, m, at).add(m1.add(m2)).intoArray(to, place);
        m1.sub(m2).sub(FloatVector.fromArray(S, m, at + 3 * L)).intoArray(to, place + L);
    }
}
