package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// Convolution and its adjoint without packing: some rows of the pictures are copied with zeros around them, and every tap reads that copy at an offset of its
/// own.
///
/// A row of the copy and the next one lie side by side, so vectors run over the ends of rows; what they compute there is left out. Each cell is copied once and
/// not once for each tap, and all phases of a row are stored together.
final class Direct {
    private static final int NEAR = 1 << 16; // elements of the copy and the sums of one piece: half of the second cache

    private final GridAxis rows;
    private final GridAxis columns;
    private final Shape in;
    private final Shape out;
    private final int groups;
    private final int inputs; // channels that a group reads
    private final int outputs; // channels that a group writes
    private final Tile tile;
    private final int pitch; // distance of two rows of the copy
    private final int band; // rows of the grid that one piece computes
    private final int copyRows; // rows of the copy for a band
    private final int left; // zeros before the first row of a plane of the copy
    private final int plane; // distance of two channels of the copy

    private Direct(GridAxis rows, GridAxis columns, Shape in, Shape out, int groups, int threads) {
        this.rows = rows;
        this.columns = columns;
        this.in = in;
        this.out = out;
        this.groups = groups;
        inputs = in.c() / groups;
        outputs = out.c() / groups;
        tile = Tile.forRows(outputs);
        left = columns.before();
        // The zeros after a row are also those before the next one.
        pitch = Math.max(GridAxis.phaseSize(in.w(), columns.inputPhases(), 0) + left, gridWidth() + columns.after());
        int phases = rows.inputPhases() * columns.inputPhases();
        int perRow = (inputs * phases + outputs * columns.outputPhases()) * pitch;
        int halo = inputs * phases * pitch * (rows.before() + rows.after());
        int share = out.n() * groups * gridHeight() / (2 * threads); // no thread without work
        band = Math.clamp(Math.min(share, (NEAR - halo) / perRow), 1, gridHeight());
        copyRows = band + rows.before() + rows.after();
        plane = CacheLines.odd(left + copyRows * pitch);
    }

    static Direct ofConvolution(Geometry geometry, Shape large, Shape small, int threads) {
        return new Direct(GridAxis.ofConvolution(geometry.height()), GridAxis.ofConvolution(geometry.width()), large, small, geometry.groups(), threads);
    }

    static Direct ofStamp(Geometry geometry, Shape small, Shape large, int threads) {
        return new Direct(GridAxis.ofStamp(geometry.height()), GridAxis.ofStamp(geometry.width()), small, large, geometry.groups(), threads);
    }

    private int gridHeight() {
        return GridAxis.phaseSize(out.h(), rows.outputPhases(), 0);
    }

    private int gridWidth() {
        return GridAxis.phaseSize(out.w(), columns.outputPhases(), 0);
    }

    /// Computes all groups.
    void run(Workers workers, BufferPool pool, float[] x, PhaseSums.Weights weights, float[] y) {
        PhaseSums[] phases = new PhaseSums[rows.outputPhases() * columns.outputPhases()];
        int[] first = new int[phases.length + 1]; // where the weights of each phase begin
        for (int r = 0; r < phases.length; r++) {
            phases[r] = sums(DirectTaps.of(rows, columns, r / columns.outputPhases(), r % columns.outputPhases(), inputs * plane, pitch, weights.kernelWidth()));
            first[r + 1] = first[r] + phases[r].size();
        }
        int perGroup = first[phases.length];
        float[] packed = pool.array(Math.multiplyExact(groups, perGroup));
        Pieces.run(workers, groups * phases.length, perGroup / phases.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                int g = i / phases.length;
                phases[i % phases.length].pack(weights, g * weights.groupStride(), packed, g * perGroup + first[i % phases.length]);
            }
        });
        int bands = Math.ceilDiv(gridHeight(), band);
        workers.run(out.n() * groups * bands, piece -> {
            Interrupts.check();
            int n = piece / bands / groups;
            int g = piece / bands % groups;
            band(pool, phases, packed, g * perGroup, first, x, n, g, piece % bands * band, y);
        });
        pool.give(packed);
    }

    private PhaseSums sums(DirectTaps taps) {
        return TileSums.isFor(inputs, outputs) ? new TileSums(tile, inputs, outputs, taps, plane) : StencilSums.of(inputs, outputs, taps, plane);
    }

    private void band(BufferPool pool, PhaseSums[] phases, float[] packed, int atWeights, int[] weights, float[] x, int n, int g, int first, float[] y) {
        int count = Math.min(band, gridHeight() - first);
        int places = count * pitch;
        int widest = Math.max(Stencil.ONE_COLUMNS, tile.columns());
        int stride = places + widest; // sums are computed up to there
        float[] copy = pool.array(inputs * rows.inputPhases() * columns.inputPhases() * plane + pitch + widest); // the last tile reads on
        int paddedOutputs = outputs + Math.max(Stencil.ROWS, tile.rows());
        float[] sums = pool.array(columns.outputPhases() * paddedOutputs * stride);
        float[] scratch = pool.array(tile.depth() * tile.columns());
        copy(x, n, g, first - rows.before(), copy);
        for (int r = 0; r < rows.outputPhases(); r++) {
            for (int q = 0; q < columns.outputPhases(); q++) {
                int phase = r * columns.outputPhases() + q;
                phases[phase].sum(packed, atWeights + weights[phase], copy, places, scratch, sums, q * paddedOutputs * stride, stride);
            }
            store(sums, stride, paddedOutputs * stride, n, g, first, count, r, y);
        }
        pool.give(copy);
        pool.give(sums);
        pool.give(scratch);
    }

    /// Copies what a band reads, `[row phase][column phase][channel]`, each plane with zeros around its rows.
    private void copy(float[] x, int n, int g, int first, float[] copy) {
        for (int c = 0; c < inputs; c++) {
            for (int p = 0; p < rows.inputPhases(); p++) {
                int to = (p * columns.inputPhases() * inputs + c) * plane;
                for (int q = 0; q < columns.inputPhases(); q++) Arrays.fill(copy, to + q * inputs * plane, to + q * inputs * plane + left, 0);
                for (int i = 0; i < copyRows; i++) {
                    int h = (first + i) * rows.inputPhases() + p;
                    boolean isInside = h >= 0 && h < in.h();
                    copyRow(x, isInside ? in.index(n, g * inputs + c, h, 0) : 0, isInside ? in.w() : 0, copy, to + left + i * pitch);
                }
            }
        }
    }

    /// Copies `cells` cells to the rows of all column phases, and zeros after them.
    private void copyRow(float[] x, int from, int cells, float[] copy, int to) {
        int phases = columns.inputPhases();
        int distance = inputs * plane;
        if (phases == 1) System.arraycopy(x, from, copy, to, cells);
        else Interleave.unzipCells(x, from, distance, phases, cells, copy, to);
        for (int q = 0; q < phases; q++) {
            Arrays.fill(copy, to + q * distance + GridAxis.phaseSize(cells, phases, q), to + q * distance + pitch, 0);
        }
    }

    private void store(float[] sums, int stride, int distance, int n, int g, int first, int count, int rowPhase, float[] y) {
        int phases = columns.outputPhases();
        for (int c = 0; c < outputs; c++) {
            for (int i = 0; i < count; i++) {
                int h = (first + i) * rows.outputPhases() + rowPhase;
                if (h >= out.h()) continue;
                int to = out.index(n, g * outputs + c, h, 0);
                int from = c * stride + i * pitch;
                if (phases == 1) System.arraycopy(sums, from, y, to, out.w());
                else Interleave.zipCells(sums, from, distance, phases, out.w(), y, to);
            }
        }
    }
}
