package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// Convolution and its adjoint without packing: some rows of the pictures are copied with a margin of zeros, and every tap reads that copy at an offset of its own.
///
/// A row of the copy and the next one lie side by side, so vectors run over the ends of rows; what they compute in the margin is left out. Nothing is packed,
/// which is what costs most where few channels are written: a layer that ends in the three channels of a picture, or one with a group for each channel.
final class Direct {
    private static final int COPY = 1 << 16; // elements of the copy of one piece: a part of the second cache

    private final GridAxis rows;
    private final GridAxis columns;
    private final Shape in;
    private final Shape out;
    private final int groups;
    private final int inputs; // channels that a group reads
    private final int outputs; // channels that a group writes
    private final int pitch; // distance of two rows of the copy
    private final int band; // rows of the grid that one piece computes
    private final int copyRows; // rows of the copy for a band
    private final int left; // cells of a row of the copy before the picture

    private Direct(GridAxis rows, GridAxis columns, Shape in, Shape out, int groups) {
        this.rows = rows;
        this.columns = columns;
        this.in = in;
        this.out = out;
        this.groups = groups;
        inputs = in.c() / groups;
        outputs = out.c() / groups;
        left = columns.before();
        pitch = left + Math.max(GridAxis.phaseSize(in.w(), columns.inputPhases(), 0), gridWidth() + columns.after());
        int perRow = inputs * rows.inputPhases() * columns.inputPhases() * pitch;
        band = Math.clamp(COPY / perRow - rows.before() - rows.after(), 1, gridHeight());
        copyRows = band + rows.before() + rows.after();
    }

    static Direct ofConvolution(Geometry geometry, Shape large, Shape small) {
        return new Direct(GridAxis.ofConvolution(geometry.height()), GridAxis.ofConvolution(geometry.width()), large, small, geometry.groups());
    }

    static Direct ofStamp(Geometry geometry, Shape small, Shape large) {
        return new Direct(GridAxis.ofStamp(geometry.height()), GridAxis.ofStamp(geometry.width()), small, large, geometry.groups());
    }

    private int gridHeight() {
        return GridAxis.phaseSize(out.h(), rows.outputPhases(), 0);
    }

    private int gridWidth() {
        return GridAxis.phaseSize(out.w(), columns.outputPhases(), 0);
    }

    /// Computes all groups.
    ///
    /// @param weights of the layer
    /// @param groupStride distance of two groups in `weights`
    /// @param outputStride distance of two channels that are written
    /// @param inputStride distance of two channels that are read
    void run(Workers workers, BufferPool pool, float[] x, float[] weights, int groupStride, int outputStride, int inputStride, int kernelWidth, float[] y) {
        DirectTaps[] taps = new DirectTaps[rows.outputPhases() * columns.outputPhases()];
        for (int r = 0; r < taps.length; r++) {
            taps[r] = DirectTaps.of(rows, columns, r / columns.outputPhases(), r % columns.outputPhases(), inputs, copyRows, pitch, kernelWidth);
        }
        float[][] packed = new float[groups * taps.length][];
        for (int g = 0; g < groups; g++) {
            for (int r = 0; r < taps.length; r++) packed[g * taps.length + r] = taps[r].packed(weights, g * groupStride, outputs, outputStride, inputStride);
        }
        int bands = Math.ceilDiv(gridHeight(), band);
        workers.run(out.n() * groups * bands, piece -> {
            Interrupts.check();
            int n = piece / bands / groups;
            int g = piece / bands % groups;
            band(pool, taps, packed, x, n, g, piece % bands * band, y);
        });
    }

    private void band(BufferPool pool, DirectTaps[] taps, float[][] packed, float[] x, int n, int g, int first, float[] y) {
        int count = Math.min(band, gridHeight() - first);
        int phases = rows.inputPhases() * columns.inputPhases();
        int places = count * pitch;
        int stride = Math.ceilDiv(places, Stencil.ONE_COLUMNS) * Stencil.ONE_COLUMNS + Stencil.ONE_COLUMNS; // what is computed, and what a braid reads beyond
        float[] copy = pool.array(inputs * phases * copyRows * pitch + stride);
        float[] sums = pool.array(columns.outputPhases() * paddedOutputs() * stride);
        Arrays.fill(copy, 0, inputs * phases * copyRows * pitch + stride, 0);
        copy(x, n, g, first - rows.before(), copy);
        for (int r = 0; r < rows.outputPhases(); r++) {
            for (int q = 0; q < columns.outputPhases(); q++) {
                int phase = r * columns.outputPhases() + q;
                taps[phase].sum(packed[g * taps.length + phase], outputs, copy, places, sums, q * paddedOutputs() * stride, stride);
            }
            store(sums, stride, n, g, first, count, r, y);
        }
        pool.give(copy);
        pool.give(sums);
    }

    private int paddedOutputs() {
        return outputs + Stencil.ROWS - 1;
    }

    /// Copies what a band reads, phase by phase, into zeros.
    private void copy(float[] x, int n, int g, int first, float[] copy) {
        for (int c = 0; c < inputs; c++) {
            for (int p = 0; p < rows.inputPhases(); p++) {
                for (int i = 0; i < copyRows; i++) {
                    int h = (first + i) * rows.inputPhases() + p;
                    if (h < 0 || h >= in.h()) continue;
                    int from = in.index(n, g * inputs + c, h, 0);
                    int to = ((c * rows.inputPhases() + p) * columns.inputPhases() * copyRows + i) * pitch + left;
                    if (columns.inputPhases() == 1) System.arraycopy(x, from, copy, to, in.w());
                    else Interleave.unzipCells(x, from, copyRows * pitch, columns.inputPhases(), in.w(), copy, to);
                }
            }
        }
    }

    private void store(float[] sums, int stride, int n, int g, int first, int count, int rowPhase, float[] y) {
        int phases = columns.outputPhases();
        for (int c = 0; c < outputs; c++) {
            for (int i = 0; i < count; i++) {
                int h = (first + i) * rows.outputPhases() + rowPhase;
                if (h >= out.h()) continue;
                int to = out.index(n, g * outputs + c, h, 0);
                int from = c * stride + i * pitch;
                if (phases == 1) System.arraycopy(sums, from, y, to, out.w());
                else Interleave.zipCells(sums, from, paddedOutputs() * stride, phases, out.w(), y, to);
            }
        }
    }
}
