package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What tiles read, in Winograd's form. Per axis, of four neighbouring cells:
///
/// ```
/// v = (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
/// ```
/// First down, for all rows of tiles of a block: four rows of the picture become a part of each of four lines. Tiles are `m` = 3 or 2 cells apart, so each line is
/// then taken apart into `m` strands, of which element `j` lies in tile `j`. In them `d0, d1, d2, d3` of neighbouring tiles are neighbours, and the way across needs
/// no more than loads at four places. Lines of many rows are long, so that also small pictures fill vectors.
final class WinogradInput {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;

    private final WinogradPlan plan;
    private final float[] x;
    private final int firstChannel;
    private final int left; // cells of a line before those of a row of the picture
    private final int pitch; // distance of two rows of tiles in a line; whole tiles
    private final int line; // distance of two lines
    private final int strand; // distance of two strands
    private final int strands; // where they begin in scratch memory
    private final int whole; // where lines begin that must be taken apart by phases
    private final int zeros; // where a row of zeros begins

    /// @param plan sizes
    /// @param x pictures
    /// @param firstChannel of the group
    /// @param block tiles that are transformed at once, at most
    WinogradInput(WinogradPlan plan, float[] x, int firstChannel, int block) {
        this.plan = plan;
        this.x = x;
        this.firstChannel = firstChannel;
        WinogradAxis columns = plan.columns();
        int from = 0;
        int to = 0;
        for (int q = 0; q < columns.inputPhases(); q++) {
            from = Math.min(from, columns.start(q));
            to = Math.max(to, columns.start(q));
        }
        left = -from;
        int cells = Math.max(GridAxis.phaseSize(plan.in().w(), columns.inputPhases(), 0), to + (plan.tilesAcross() + 1) * plan.cells());
        pitch = Math.ceilDiv(left + cells, plan.cells()) * plan.cells();
        int rows = block / plan.tilesAcross() + 2; // of tiles, the first and the last one perhaps in part
        line = (rows + 1) * pitch + left + to; // the last strand reads on
        strand = rows * pitch / plan.cells() + 1 + L;
        whole = 4 * columns.inputPhases() * line;
        zeros = whole + 4 * plan.in().w();
        strands = zeros + plan.in().w();
    }

    /// Elements of scratch memory that {@link #transform} needs, all 0 at the beginning: four lines for each column phase, four whole ones to take them
    /// from, a row of zeros that stays so, and the strands.
    int scratch() {
        return strands + 4 * plan.cells() * strand;
    }

    /// Transforms the tiles `first .. first + count - 1`.
    ///
    /// @param v receives them, `[16][depth][stride]`; up to a vector more of each row is overwritten
    /// @param matrix distance of two of the 16 matrices
    /// @param scratch from the call before, or zeros
    void transform(int first, int count, float[] v, int stride, int matrix, float[] scratch) {
        int across = plan.tilesAcross();
        int phases = plan.columns().inputPhases();
        int firstRow = first / across;
        int rows = (first + count - 1) / across + 1 - firstRow;
        for (int k = 0; k < plan.depth(); k += phases) {
            for (int i = 0; i < rows; i++) down(firstRow + i, k / phases, scratch, left + i * pitch);
            for (int q = 0; q < phases; q++) {
                takeApart(q, rows, scratch);
                int done = 0;
                for (int i = 0; i < rows; i++) { // the block's part of a row of tiles
                    int tile = i == 0 ? first % across : 0;
                    int run = Math.min(count - done, across - tile);
                    across(i * pitch / plan.cells() + tile, run, scratch, v, (k + q) * stride + done, matrix);
                    done += run;
                }
            }
        }
    }

    /// Fills the part of all lines that belongs to one row of tiles, in all column phases.
    ///
    /// @param to where it begins in a line
    private void down(int tileRow, int rowOfDepth, float[] scratch, int to) {
        WinogradAxis rows = plan.rows();
        int phases = plan.columns().inputPhases();
        int w = plan.in().w();
        int s = rows.inputPhases();
        int phase = rowOfDepth % s;
        int plane = plan.in().index(tileRow / plan.tilesDown(), firstChannel + rowOfDepth / s, 0, 0);
        int first = (rows.start(phase) + tileRow % plan.tilesDown() * plan.cells()) * s + phase;
        boolean isWhole = phases == 1;
        down(values(first, scratch), at(first, plane), values(first + s, scratch), at(first + s, plane), values(first + 2 * s, scratch),
            at(first + 2 * s, plane), values(first + 3 * s, scratch), at(first + 3 * s, plane), w, scratch, isWhole ? to : whole, isWhole ? line : w);
        if (isWhole) return;
        for (int r = 0; r < 4; r++) Interleave.unzipCells(scratch, whole + r * w, line, phases, w, scratch, r * phases * line + to);
    }

    /// Where the cells of a row of the picture are; outside the picture there are zeros.
    private float[] values(int row, float[] scratch) {
        return isInside(row) ? x : scratch;
    }

    private int at(int row, int plane) {
        return isInside(row) ? plane + row * plan.in().w() : zeros;
    }

    private boolean isInside(int row) {
        return row >= 0 && row < plan.in().h();
    }

    private static void down(float[] x0, int at0, float[] x1, int at1, float[] x2, int at2, float[] x3, int at3, int cells, float[] to, int at, int line) {
        int whole = cells - cells % L;
        downVectors(x0, at0, x1, at1, x2, at2, x3, at3, whole, to, at, line);
        for (int i = whole; i < cells; i++) {
            float d1 = x1[at1 + i];
            float d2 = x2[at2 + i];
            to[at + i] = x0[at0 + i] - d2;
            to[at + line + i] = d1 + d2;
            to[at + 2 * line + i] = d2 - d1;
            to[at + 3 * line + i] = d1 - x3[at3 + i];
        }
    }

    private static void downVectors(float[] x0, int at0, float[] x1, int at1, float[] x2, int at2, float[] x3, int at3, int cells, float[] to, int at, int line) {
        for (int i = 0; i < cells; i += L) {
            FloatVector d1 = FloatVector.fromArray(S, x1, at1 + i);
            FloatVector d2 = FloatVector.fromArray(S, x2, at2 + i);
            FloatVector.fromArray(S, x0, at0 + i).sub(d2).intoArray(to, at + i);
            d1.add(d2).intoArray(to, at + line + i);
            d2.sub(d1).intoArray(to, at + 2 * line + i);
            d1.sub(FloatVector.fromArray(S, x3, at3 + i)).intoArray(to, at + 3 * line + i);
        }
    }

    private void takeApart(int phase, int rows, float[] scratch) {
        int phases = plan.columns().inputPhases();
        int start = left + plan.columns().start(phase);
        for (int r = 0; r < 4; r++) {
            Interleave.unzip(scratch, (r * phases + phase) * line + start, strand, plan.cells(), rows * pitch / plan.cells() + 1, scratch, strandOf(r));
        }
    }

    private int strandOf(int row) {
        return strands + row * plan.cells() * strand;
    }

    private void across(int tile, int run, float[] scratch, float[] v, int at, int matrix) {
        boolean isFar = plan.cells() == 3;
        int second = strand;
        int third = isFar ? 2 * strand : 1; // the third cell of a tile is the first one of the next, if tiles are two cells apart
        int fourth = isFar ? 1 : strand + 1;
        for (int r = 0; r < 4; r++) {
            int from = strandOf(r) + tile;
            across(scratch, from, from + second, from + third, from + fourth, run, v, at + 4 * r * matrix, matrix);
        }
    }

    private static void across(float[] cells, int at0, int at1, int at2, int at3, int tiles, float[] v, int at, int matrix) {
        for (int t = 0; t < tiles; t += L) {
            FloatVector d1 = FloatVector.fromArray(S, cells, at1 + t);
            FloatVector d2 = FloatVector.fromArray(S, cells, at2 + t);
            FloatVector.fromArray(S, cells, at0 + t).sub(d2).intoArray(v, at + t);
            d1.add(d2).intoArray(v, at + matrix + t);
            d2.sub(d1).intoArray(v, at + 2 * matrix + t);
            d1.sub(FloatVector.fromArray(S, cells, at3 + t)).intoArray(v, at + 3 * matrix + t);
        }
    }
}
