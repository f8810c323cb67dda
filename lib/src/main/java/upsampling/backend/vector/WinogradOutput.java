package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// From Winograd's 16 products for each tile back to cells of the picture, per axis:
///
/// ```
/// two taps      y = (m0 + m1 + m2, m1 - m2, m1 + m2 - m3)
/// three taps    y = (m0 + m1 + m2, m1 - m2 - m3)
/// ```
/// A vector holds the same cell of neighbouring tiles, so each cell of a tile, in each row phase and column phase, is a strand. Strands become rows of one phase, as
/// {@link Interleave} puts it, and those of all column phases become rows of the picture, all tiles at once.
final class WinogradOutput {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;

    private final WinogradPlan plan;
    private final float[] y;
    private final int firstChannel;
    private final int strand; // distance of two strands
    private final int[] order; // of the column phases in a row
    private final int firstColumn; // where the row of the tile in column 0 begins; before the picture if negative
    private final int strands; // where they begin in scratch memory
    private final int lines; // where the rows of the column phases begin
    private final int joined; // where rows of all of them begin

    /// @param block tiles that are stored at once, at most
    WinogradOutput(WinogradPlan plan, float[] y, int firstChannel, int block) {
        this.plan = plan;
        this.y = y;
        this.firstChannel = firstChannel;
        WinogradAxis columns = plan.columns();
        int phases = columns.outputPhases();
        int least = 0;
        for (int q = 0; q < phases; q++) least = Math.min(least, q - phases * columns.shift(q));
        // A later phase has its taps at the same cells or one further on, so the cells of all phases lie side by side.
        order = new int[phases];
        for (int q = 0; q < phases; q++) order[q] = q - phases * columns.shift(q) - least;
        firstColumn = least;
        strand = Math.ceilDiv(block, L) * L;
        strands = 16 * L;
        lines = strands + phases * plan.cells() * plan.cells() * strand;
        joined = lines + phases * plan.cells() * strand;
    }

    /// Outputs that must be computed together: the column phases of a row.
    int together() {
        return plan.columns().outputPhases();
    }

    /// Elements of scratch memory that {@link #store} needs.
    int scratch() {
        return joined + together() * plan.cells() * strand;
    }

    /// Stores the outputs `row .. row + together() - 1` of some tiles.
    ///
    /// @param products `[16][rows][stride]` of one block of tiles
    /// @param at where the products of output `row` begin
    /// @param matrix distance of two of the 16 matrices
    /// @param tile first tile
    void store(float[] products, int at, int matrix, int stride, int row, int tile, int tiles, float[] scratch) {
        int phases = together();
        int cells = plan.cells();
        int channel = row / phases / plan.rows().outputPhases();
        int phase = row / phases % plan.rows().outputPhases();
        for (int q = 0; q < phases; q++) {
            for (int t = 0; t < tiles; t += L) back(products, at + q * stride + t, matrix, scratch, strands + q * cells * strand + t, phases * cells * strand);
        }
        for (int r = 0; r < cells; r++) {
            for (int q = 0; q < phases; q++) {
                int from = strands + (r * phases + q) * cells * strand;
                Interleave.zip(scratch, from, strand, cells, tiles, scratch, lines + order[q] * cells * strand);
            }
            if (phases > 1) Interleave.zip(scratch, lines, cells * strand, phases, tiles * cells, scratch, joined);
            copy(scratch, tile, tiles, channel, phase, r);
        }
    }

    /// Copies one row of neighbouring tiles to where it belongs.
    private void copy(float[] scratch, int tile, int tiles, int channel, int phase, int r) {
        int across = plan.tilesAcross();
        int length = plan.cells() * together();
        int from = together() == 1 ? lines : joined;
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
                    System.arraycopy(scratch, from + done * length + begin, y, to, end - begin);
                }
            }
            done += run;
        }
    }

    /// Computes the cells of a vector of tiles; cell `(r, c)` belongs to `results + r*row + c*strand`.
    private void back(float[] products, int at, int matrix, float[] scratch, int results, int row) {
        if (plan.cells() == 3) {
            for (int c = 0; c < 4; c++) downThree(products, at + c * matrix, 4 * matrix, scratch, c * L);
            for (int r = 0; r < 3; r++) acrossThree(scratch, 4 * r * L, scratch, results + r * row, strand);
        } else {
            for (int c = 0; c < 4; c++) downTwo(products, at + c * matrix, 4 * matrix, scratch, c * L);
            for (int r = 0; r < 2; r++) acrossTwo(scratch, 4 * r * L, scratch, results + r * row, strand);
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

    private static void acrossThree(float[] m, int at, float[] to, int place, int distance) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + L);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * L);
        FloatVector sum = m1.add(m2);
        FloatVector.fromArray(S, m, at).add(sum).intoArray(to, place);
        m1.sub(m2).intoArray(to, place + distance);
        sum.sub(FloatVector.fromArray(S, m, at + 3 * L)).intoArray(to, place + 2 * distance);
    }

    private static void downTwo(float[] m, int at, int step, float[] to, int place) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + step);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * step);
        FloatVector.fromArray(S, m, at).add(m1.add(m2)).intoArray(to, place);
        m1.sub(m2).sub(FloatVector.fromArray(S, m, at + 3 * step)).intoArray(to, place + 4 * L);
    }

    private static void acrossTwo(float[] m, int at, float[] to, int place, int distance) {
        FloatVector m1 = FloatVector.fromArray(S, m, at + L);
        FloatVector m2 = FloatVector.fromArray(S, m, at + 2 * L);
        FloatVector.fromArray(S, m, at).add(m1.add(m2)).intoArray(to, place);
        m1.sub(m2).sub(FloatVector.fromArray(S, m, at + 3 * L)).intoArray(to, place + distance);
    }
}
