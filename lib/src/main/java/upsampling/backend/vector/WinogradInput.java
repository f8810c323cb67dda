package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What tiles read, in Winograd's form. Per axis, of four neighbouring cells:
///
/// ```
/// v = (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
/// ```
/// First down, for a whole row of tiles at once: four rows of the picture become four lines, of which every element is used by up to two tiles. Then across:
/// neighbouring tiles are three or two cells apart, so a choice out of two vectors collects `d0` of many tiles, and so on.
///
/// @param plan sizes
/// @param x pictures
/// @param firstChannel of the group
/// @param width distance of two lines of scratch memory
/// @param left cells of a line before the picture
final class WinogradInput {
    private static final VectorSpecies<Float> S = Lanes.FLOATS;
    private static final int L = Lanes.COUNT;
    // Where d0, d1, d2 and d3 of neighbouring tiles lie in two vectors: tiles 3 cells apart, tiles 2 cells apart.
    private static final FloatVector FAR_0 = places(3, 0);
    private static final FloatVector FAR_1 = places(3, 1);
    private static final FloatVector FAR_2 = places(3, 2);
    private static final FloatVector FAR_3 = places(3, 3);
    private static final FloatVector NEAR_0 = places(2, 0);
    private static final FloatVector NEAR_1 = places(2, 1);
    private static final FloatVector NEAR_2 = places(2, 2);
    private static final FloatVector NEAR_3 = places(2, 3);

    private final WinogradPlan plan;
    private final float[] x;
    private final int firstChannel;
    private final int left;
    private final int width;

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
    }

    private static FloatVector places(int distance, int cell) {
        float[] places = new float[L];
        for (int tile = 0; tile < tilesAtOnce(distance); tile++) places[tile] = tile * distance + cell;
        return FloatVector.fromArray(S, places, 0);
    }

    /// How many tiles lie in two vectors.
    private static int tilesAtOnce(int distance) {
        return (2 * L - 4) / distance + 1;
    }

    /// Elements of scratch memory that {@link #transform} needs, all 0 at the beginning: four lines for each column phase, four whole ones to take them
    /// from, and a row of zeros that stays so.
    int scratch() {
        return 4 * width * plan.columns().inputPhases() + 5 * plan.in().w();
    }

    /// Transforms the tiles `first .. first + count - 1`.
    ///
    /// @param v receives them, `[16][depth][stride]`; up to a vector more of each row is overwritten
    /// @param scratch from the call before, or zeros
    void transform(int first, int count, float[] v, int stride, float[] scratch) {
        int across = plan.tilesAcross();
        int phases = plan.columns().inputPhases();
        int matrix = plan.depth() * stride;
        for (int k = 0; k < plan.depth(); k += phases) {
            int done = 0;
            while (done < count) { // a run of tiles in one row of them
                int tile = first + done;
                int run = Math.min(count - done, across - tile % across);
                down(tile / across, k / phases, scratch);
                for (int q = 0; q < phases; q++) across(q, tile % across, run, scratch, v, (k + q) * stride + done, matrix);
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
        int whole = 4 * width * phases; // where lines are that must be taken apart
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
        int zeros = scratch() - w;
        boolean hasA = a >= 0 && a < plan.in().h();
        boolean hasB = b >= 0 && b < plan.in().h();
        int atA = hasA ? plane + a * w : zeros;
        int atB = hasB ? plane + b * w : zeros;
        if (add) sum(hasA ? x : scratch, atA, hasB ? x : scratch, atB, w, scratch, to);
        else difference(hasA ? x : scratch, atA, hasB ? x : scratch, atB, w, scratch, to);
    }

    private void across(int phase, int tile, int run, float[] scratch, float[] v, int at, int matrix) {
        int phases = plan.columns().inputPhases();
        int line = left + plan.columns().start(phase) + tile * plan.cells();
        for (int r = 0; r < 4; r++) {
            int from = (r * phases + phase) * width + line;
            if (plan.cells() == 3) far(scratch, from, run, v, at + 4 * r * matrix, matrix);
            else near(scratch, from, run, v, at + 4 * r * matrix, matrix);
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

    /// Across, for tiles three cells apart.
    private static void far(float[] line, int from, int tiles, float[] v, int at, int matrix) {
        int step = tilesAtOnce(3);
        for (int t = 0; t < tiles; t += step) {
            FloatVector a = FloatVector.fromArray(S, line, from + 3 * t);
            FloatVector b = FloatVector.fromArray(S, line, from + 3 * t + L);
            FloatVector d0 = FAR_0.selectFrom(a, b);
            FloatVector d1 = FAR_1.selectFrom(a, b);
            FloatVector d2 = FAR_2.selectFrom(a, b);
            FloatVector d3 = FAR_3.selectFrom(a, b);
            d0.sub(d2).intoArray(v, at + t);
            d1.add(d2).intoArray(v, at + matrix + t);
            d2.sub(d1).intoArray(v, at + 2 * matrix + t);
            d1.sub(d3).intoArray(v, at + 3 * matrix + t);
        }
    }

    /// Across, for tiles two cells apart.
    private static void near(float[] line, int from, int tiles, float[] v, int at, int matrix) {
        int step = tilesAtOnce(2);
        for (int t = 0; t < tiles; t += step) {
            FloatVector a = FloatVector.fromArray(S, line, from + 2 * t);
            FloatVector b = FloatVector.fromArray(S, line, from + 2 * t + L);
            FloatVector d0 = NEAR_0.selectFrom(a, b);
            FloatVector d1 = NEAR_1.selectFrom(a, b);
            FloatVector d2 = NEAR_2.selectFrom(a, b);
            FloatVector d3 = NEAR_3.selectFrom(a, b);
            d0.sub(d2).intoArray(v, at + t);
            d1.add(d2).intoArray(v, at + matrix + t);
            d2.sub(d1).intoArray(v, at + 2 * matrix + t);
            d1.sub(d3).intoArray(v, at + 3 * matrix + t);
        }
    }
}
