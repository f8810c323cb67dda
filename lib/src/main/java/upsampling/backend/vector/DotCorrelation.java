package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// The adjoint of a convolution in the weight as products of rows with rows, for one group.
///
/// ```
/// weight[m, c, tap] = sum over places of small[m, place] * large[c, phase(tap), place + offset(tap)]
/// ```
/// Both pictures are copied, the large one phase by phase, so that all windows of the batch are places in one long row: the zeros after a row are those before the
/// next one, and the rows of zeros below a picture are those above the next one. The small picture has zeros there too, so what a tap meets between two rows adds
/// nothing, as long as it is finite.
final class DotCorrelation {
    private static final int PLACES = 1024; // summed at once: seven rows of them fit the first cache
    private static final int NEAR = 1 << 15; // elements of a group of channels that stay in the second cache while all rows of the small picture pass

    private final GridAxis rows;
    private final GridAxis columns;
    private final Geometry geometry;
    private final Shape in;
    private final Shape windows;
    private final int inputs;
    private final int outputs;
    private final int pitch; // distance of two rows
    private final int height; // rows of a picture with the zeros below it
    private final int places; // of the whole batch, a multiple of the vector
    private final int lead; // zeros before the first picture
    private final int plane; // distance of two rows of the copies

    /// @param in shape of the large picture
    /// @param windows shape of the small one
    DotCorrelation(Geometry geometry, Shape in, Shape windows) {
        this.geometry = geometry;
        this.in = in;
        this.windows = windows;
        rows = GridAxis.ofConvolution(geometry.height());
        columns = GridAxis.ofConvolution(geometry.width());
        inputs = in.c() / geometry.groups();
        outputs = windows.c() / geometry.groups();
        pitch = Math.max(GridAxis.phaseSize(in.w(), phasesAcross(), 0) + columns.before(), windows.w() + columns.after());
        height = Math.max(GridAxis.phaseSize(in.h(), phasesDown(), 0) + rows.before(), windows.h() + rows.after());
        places = Math.ceilDiv(Math.multiplyExact(windows.n(), Math.multiplyExact(height, pitch)), Lanes.COUNT) * Lanes.COUNT;
        lead = rows.before() * pitch + columns.before();
        int after = rows.after() * pitch + columns.after();
        plane = CacheLines.odd(lead + places + after);
    }

    private int phasesDown() {
        return rows.inputPhases();
    }

    private int phasesAcross() {
        return columns.inputPhases();
    }

    private int phases() {
        return phasesDown() * phasesAcross();
    }

    /// Returns how many places are summed for one that counts.
    double margin() {
        return (double) places / (windows.n() * windows.planeSize());
    }

    /// Whether nothing is summed between two rows: then numbers that are not finite do no harm either.
    boolean hasNoMargin() {
        return pitch == windows.w() && height == windows.h();
    }

    /// Computes one group.
    ///
    /// @param weight receives the kernels of the group from `kernels` on
    void run(Workers workers, BufferPool pool, float[] large, int firstInput, float[] small, int firstOutput, float[] weight, int kernels) {
        int paddedOutputs = Math.ceilDiv(outputs, DotTile.ROWS) * DotTile.ROWS;
        float[] a = pool.array(Math.multiplyExact(paddedOutputs, plane));
        float[] b = pool.array(Math.multiplyExact(Math.multiplyExact(inputs, phases()), plane));
        Pieces.run(workers, paddedOutputs, plane, (from, to) -> {
            for (int m = from; m < to; m++) copySmall(small, firstOutput + m, m < outputs, a, m * plane);
        });
        Pieces.run(workers, inputs, (long) phases() * plane, (from, to) -> {
            for (int c = from; c < to; c++) copyLarge(large, firstInput + c, b, c * phases() * plane);
        });
        int channels = Math.clamp(NEAR / ((long) phases() * Math.min(PLACES, places)), 1, inputs);
        int groups = Math.ceilDiv(inputs, channels);
        int panels = paddedOutputs / DotTile.ROWS;
        int parts = Math.min(panels, Math.ceilDiv(4 * workers.threads(), groups)); // no thread without work
        workers.run(groups * parts, piece -> {
            int c = piece / parts * channels;
            int part = piece % parts;
            sum(pool, a, b, c, Math.min(channels, inputs - c), panels * part / parts, panels * (part + 1) / parts, weight, kernels);
        });
        pool.give(a);
        pool.give(b);
    }

    private void copySmall(float[] small, int channel, boolean exists, float[] a, int at) {
        Arrays.fill(a, at, at + plane, 0);
        if (!exists) return;
        for (int n = 0; n < windows.n(); n++) {
            for (int i = 0; i < windows.h(); i++) System.arraycopy(small, windows.index(n, channel, i, 0), a, at + (n * height + i) * pitch, windows.w());
        }
    }

    private void copyLarge(float[] large, int channel, float[] b, int at) {
        Arrays.fill(b, at, at + phases() * plane, 0);
        for (int n = 0; n < in.n(); n++) {
            for (int h = 0; h < in.h(); h++) {
                int phase = h % phasesDown() * phasesAcross();
                int to = at + phase * plane + lead + (n * height + h / phasesDown()) * pitch;
                int from = in.index(n, channel, h, 0);
                if (phasesAcross() == 1) System.arraycopy(large, from, b, to, in.w());
                else Interleave.unzipCells(large, from, plane, phasesAcross(), in.w(), b, to);
            }
        }
    }

    /// Computes the kernels between some channels of the large picture and some panels of the small one.
    private void sum(BufferPool pool, float[] a, float[] b, int first, int channels, int fromPanel, int toPanel, float[] weight, int kernels) {
        int taps = geometry.taps();
        int[] offset = offsets(first, channels);
        int step = offset.length;
        float[] sums = pool.array((toPanel - fromPanel) * DotTile.ROWS * step);
        float[] lanes = pool.array(2 * DotTile.ROWS * Lanes.COUNT);
        Arrays.fill(sums, 0, (toPanel - fromPanel) * DotTile.ROWS * step, 0);
        for (int place = 0; place < places; place += PLACES) {
            Interrupts.check();
            int n = Math.min(PLACES, places - place);
            for (int panel = fromPanel; panel < toPanel; panel++) {
                int atA = panel * DotTile.ROWS * plane + place;
                int at = (panel - fromPanel) * DotTile.ROWS * step;
                for (int k = 0; k < step; k += 2) {
                    DotTile.multiply(n, a, atA, plane, b, offset[k] + place, offset[k + 1] + place, lanes, sums, at + k, step);
                }
            }
        }
        for (int m = fromPanel * DotTile.ROWS; m < Math.min(outputs, toPanel * DotTile.ROWS); m++) {
            System.arraycopy(sums, (m - fromPanel * DotTile.ROWS) * step, weight, kernels + (m * inputs + first) * taps, channels * taps);
        }
        pool.give(sums);
        pool.give(lanes);
    }

    /// Where the taps of some channels read the first place; an even number of them, the last one may be there twice.
    private int[] offsets(int first, int channels) {
        DirectTaps taps = DirectTaps.of(rows, columns, 0, 0, plane, pitch, geometry.width().kernel());
        int[] offset = new int[Math.ceilDiv(channels * taps.count(), 2) * 2];
        for (int k = 0; k < offset.length; k++) {
            int tap = Math.min(k, channels * taps.count() - 1);
            offset[k] = (first + tap / taps.count()) * phases() * plane + taps.offset()[tap % taps.count()];
        }
        return offset;
    }
}
