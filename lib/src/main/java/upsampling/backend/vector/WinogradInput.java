package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What tiles read, in Winograd's form. Per axis, of four neighbouring cells:
///
/// ```
/// v = (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
/// ```
/// First down, for a whole row of tiles at once: four rows of the picture become four lines. Tiles are `m` = 3 or 2 cells apart, so each line is then taken apart
/// into `m` strands, of which element `j` lies in tile `j`. In them `d0, d1, d2, d3` of neighbouring tiles are neighbours, and the way across needs no more than loads at
/// four places.
///
/// @param plan sizes
/// @param x pictures
/// @param firstChannel of the group
/// @param width distance of two lines of scratch memory
/// @param left cells of a line before the picture
final class WinogradInput {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;

    private final WinogradPlan plan;
    private final float[] x;
    private final int firstChannel;
    private final int left;
    private final int width;
    private final int strand; // distance of two strands
    private final int strands; // where they begin in scratch memory
    private final int whole; // where lines begin that must be taken apart by phases
    private final int zeros; // where a row of zeros begins

    WinogradInput(WinogradPlan plan, float[] x, int firstChannel) {
        this.plan = plan;
        this.x = x;
        this.firstChannel = firstChannel;
        WinogradAxis columns = plan.columns();
        int from = 0;
        int to = 0;
        for (int q = 0; q < columns.inputPhases(); q++) {
            from = Math.min(from, columns.start(q));
            to = Math.max(to, columns.start(q) + plan.tilesAcross() * columns.cells() + 4);
        }
        left = -from;
        width = left + Math.max(to, Math.ceilDiv(plan.in().w(), columns.inputPhases())) + 2 * L;
        strand = plan.tilesAcross() + 1 + L;
        int lines = 4 * columns.inputPhases();
        whole = lines * width;
        zeros = whole + 4 * plan.in().w();
        strands = zeros + plan.in().w();
    }

    /// Elements of scratch memory that {@link #transform} needs, all 0 at the beginning: four lines for each column phase, four whole ones to take them
    /// from, a row of zeros that stays so, and the strands.
    int scratch() {
        return strands + 4 * plan.columns().inputPhases() * plan.cells() * strand;
    }

    /// Transforms the tiles `first .. first + count - 1`.
    ///
    /// @param v receives them, `[16][depth][stride]`; up to a vector more of each row is overwritten
    /// @param matrix distance of two of the 16 matrices
    /// @param scratch from the call before, or zeros
    void transform(int first, int count, float[] v, int stride, int matrix, float[] scratch) {
        int across = plan.tilesAcross();
        int phases = plan.columns().inputPhases();
        for (int k = 0; k < plan.depth(); k += phases) {
            int done = 0;
            while (done < count) { // a run of tiles in one row of them
                int tile = first + done;
                int run = Math.min(count - done, across - tile % across);
                down(tile / across, k / phases, scratch);
                for (int q = 0; q < phases; q++) {
                    takeApart(q, scratch);
                    across(q, tile % across, run, scratch, v, (k + q) * stride + done, matrix);
                }
                done += run;
            }
        }
    }

    /// Fills the four lines of one row of tiles, in all column phases.
    private void down(int tileRow, int rowOfDepth, float[] scratch) {
        WinogradAxis rows = plan.rows();
        int phases = plan.columns().inputPhases();
        int w = plan.in().w();
        int s = rows.inputPhases();
        int phase = rowOfDepth % s;
        int plane = plan.in().index(tileRow / plan.tilesDown(), firstChannel + rowOfDepth / s, 0, 0);
        int first = (rows.start(phase) + tileRow % plan.tilesDown() * plan.cells()) * s + phase;
        int to = phases == 1 ? left : whole;
        int step = phases == 1 ? width : w;
        combine(plane, first, first + 2 * s, false, scratch, to);
        combine(plane, first + s, first + 2 * s, true, scratch, to + step);
        combine(plane, first + 2 * s, first + s, false, scratch, to + 2 * step);
        combine(plane, first + s, first + 3 * s, false, scratch, to + 3 * step);
        if (phases == 1) return;
        for (int r = 0; r < 4; r++) Interleave.unzipCells(scratch, whole + r * w, width, phases, w, scratch, r * phases * width + left);
    }

    /// Adds two rows of the picture, or subtracts the second one; outside the picture there are zeros.
    private void combine(int plane, int a, int b, boolean add, float[] scratch, int to) {
        int w = plan.in().w();
        boolean hasA = a >= 0 && a < plan.in().h();
        boolean hasB = b >= 0 && b < plan.in().h();
        int atA = hasA ? plane + a * w : zeros;
        int atB = hasB ? plane + b * w : zeros;
        if (add) sum(hasA ? x : scratch, atA, hasB ? x : scratch, atB, w, scratch, to);
        else difference(hasA ? x : scratch, atA, hasB ? x : scratch, atB, w, scratch, to);
    }

    private void takeApart(int phase, float[] scratch) {
        int phases = plan.columns().inputPhases();
        int start = left + plan.columns().start(phase);
        for (int r = 0; r < 4; r++) {
            Interleave.unzip(scratch, (r * phases + phase) * width + start, strand, plan.cells(), plan.tilesAcross() + 1, scratch, strandOf(r, phase));
        }
    }

    private int strandOf(int line, int phase) {
        return strands + (line * plan.columns().inputPhases() + phase) * plan.cells() * strand;
    }

    private void across(int phase, int tile, int run, float[] scratch, float[] v, int at, int matrix) {
        boolean isFar = plan.cells() == 3;
        int second = strand;
        int third = isFar ? 2 * strand : 1; // the third cell of a tile is the first one of the next, if tiles are two cells apart
        int fourth = isFar ? 1 : strand + 1;
        for (int r = 0; r < 4; r++) {
            int from = strandOf(r, phase) + tile;
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

    private static void difference(float[] a, int atA, float[] b, int atB, int count, float[] to, int at) {
        int i = 0;
        for (; i + L <= count; i += L) FloatVector.fromArray(S, a, atA + i).sub(FloatVector.fromArray(S, b, atB + i)).intoArray(to, at + i);
        for (; i < count; i++) to[at + i] = a[atA + i] - b[atB + i];
    }

    private static void sum(float[] a, int atA, float[] b, int atB, int count, float[] to, int at) {
        int i = 0;
        for (; i + L <= count; i += L) FloatVector.fromArray(S, a, atA + i).add(FloatVector.fromArray(S, b, atB + i)).intoArray(to, at + i);
        for (; i < count; i++) to[at + i] = a[atA + i] + b[atB + i];
    }
}
