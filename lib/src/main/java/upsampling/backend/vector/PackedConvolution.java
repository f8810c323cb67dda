package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.AxisTaps;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Convolution and its adjoint in the picture by {@link Product}, for every kernel, stride, padding, dilation and number of groups.
final class PackedConvolution {
    private PackedConvolution() { }

    /// Computes {@link upsampling.backend.Backend#convolve}.
    static void convolve(Workers workers, BufferPool pool, Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        float[] from = BufferPool.values(large.buffer());
        float[] to = BufferPool.values(small.buffer());
        AxisTaps rows = AxisTaps.ofConvolution(geometry.height());
        AxisTaps columns = AxisTaps.ofConvolution(geometry.width());
        Shape out = small.shape();
        int outputs = out.c() / geometry.groups();
        int inputs = large.shape().c() / geometry.groups();
        int depth = inputs * geometry.taps();
        for (int g = 0; g < geometry.groups(); g++) {
            Tile tile = Tile.forRows(outputs);
            Weights weights = new Weights(BufferPool.values(weight.buffer()), g * outputs * depth, depth, geometry.taps(), taps(geometry, rows, columns));
            float[] packed = weights.packed(workers, tile, outputs, depth, pool);
            int firstOutput = g * outputs;
            Product.run(workers, pool, tile, outputs, depth, out.n() * out.planeSize(), packed,
                Patches.of(from, large.shape(), g * inputs, rows, columns, out.h(), out.w()),
                (j, count, sums, stride) -> storePlanes(sums, stride, j, count, to, out, firstOutput, outputs));
            pool.give(packed);
        }
    }

    private static void storePlanes(float[] sums, int stride, int j, int count, float[] to, Shape out, int first, int channels) {
        int done = 0;
        while (done < count) { // a run of outputs in one picture
            int n = (j + done) / out.planeSize();
            int place = (j + done) % out.planeSize();
            int run = Math.min(count - done, out.planeSize() - place);
            for (int c = 0; c < channels; c++) System.arraycopy(sums, c * stride + done, to, out.index(n, first + c, 0, 0) + place, run);
            done += run;
        }
    }

    /// Computes {@link upsampling.backend.Backend#stamp}, one phase of the large picture after the other.
    static void stamp(Workers workers, BufferPool pool, Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        for (int r = 0; r < Math.min(geometry.height().stride(), large.shape().h()); r++) {
            AxisTaps rows = AxisTaps.ofPhase(geometry.height(), r);
            for (int q = 0; q < Math.min(geometry.width().stride(), large.shape().w()); q++) {
                stampPhase(workers, pool, small, weight, geometry, large, rows, r, AxisTaps.ofPhase(geometry.width(), q), q);
            }
        }
    }

    private static void stampPhase(Workers workers, BufferPool pool, Tensor small, Tensor weight, Geometry geometry, Tensor large, AxisTaps rows, int r,
            AxisTaps columns, int q) {
        float[] from = BufferPool.values(small.buffer());
        float[] to = BufferPool.values(large.buffer());
        Shape out = large.shape();
        int height = Math.ceilDiv(out.h() - r, geometry.height().stride());
        int width = Math.ceilDiv(out.w() - q, geometry.width().stride());
        int inputs = small.shape().c() / geometry.groups();
        int outputs = out.c() / geometry.groups();
        int depth = inputs * rows.count() * columns.count();
        int perInput = outputs * geometry.taps();
        for (int g = 0; g < geometry.groups(); g++) {
            Tile tile = Tile.forRows(outputs);
            Weights weights = new Weights(BufferPool.values(weight.buffer()), g * inputs * perInput, geometry.taps(), perInput, taps(geometry, rows, columns));
            float[] packed = weights.packed(workers, tile, outputs, depth, pool);
            int firstOutput = g * outputs;
            Product.run(workers, pool, tile, outputs, depth, out.n() * height * width, packed,
                Patches.of(from, small.shape(), g * inputs, rows, columns, height, width),
                (j, count, sums, stride) -> storePhase(sums, stride, j, count, to, out, firstOutput, outputs, geometry, r, height, q, width));
            pool.give(packed);
        }
    }

    private static void storePhase(float[] sums, int stride, int j, int count, float[] to, Shape out, int first, int channels, Geometry geometry, int r, int height,
            int q, int width) {
        int step = geometry.width().stride();
        int done = 0;
        while (done < count) { // a run of outputs in one row
            int column = j + done;
            int run = Math.min(count - done, width - column % width);
            int h = column / width % height * geometry.height().stride() + r;
            int w = column % width * step + q;
            for (int c = 0; c < channels; c++) {
                int at = out.index(column / (height * width), first + c, h, w);
                int sum = c * stride + done;
                for (int i = 0; i < run; i++) to[at + i * step] = sums[sum + i];
            }
            done += run;
        }
    }

    /// Where the taps in use lie in a kernel, row by row.
    private static int[] taps(Geometry geometry, AxisTaps rows, AxisTaps columns) {
        int[] taps = new int[rows.count() * columns.count()];
        Arrays.setAll(taps, i -> rows.tap()[i / columns.count()] * geometry.width().kernel() + columns.tap()[i % columns.count()]);
        return taps;
    }

    /// The weights of one group as a matrix: row `m`, column `(c, t)` is `values[offset + m*rowStride + c*channelStride + taps[t]]`.
    private record Weights(float[] values, int offset, int rowStride, int channelStride, int[] taps) {

        /// Packs them for a tile: `[panel][depth][tile.rows()]`; rows that do not exist are 0.
        float[] packed(Workers workers, Tile tile, int rows, int depth, BufferPool pool) {
            int step = tile.rows();
            int padded = Math.ceilDiv(rows, step) * step;
            float[] packed = pool.array(Math.multiplyExact(padded, depth));
            int channels = taps.length == 0 ? 0 : depth / taps.length;
            Pieces.run(workers, channels, (long) padded * taps.length, (from, to) -> {
                for (int channel = from; channel < to; channel++) { // the kernels of one channel lie side by side, or in lines that all its rows share
                    for (int panel = 0; panel < padded; panel += step) {
                        int at = panel * depth + channel * taps.length * step;
                        for (int r = 0; r < step; r++) {
                            if (panel + r < rows) pick(offset + (panel + r) * rowStride + channel * channelStride, packed, at + r, step);
                            else for (int t = 0; t < taps.length; t++) packed[at + r + t * step] = 0;
                        }
                    }
                }
            });
            return packed;
        }

        private void pick(int kernel, float[] packed, int at, int step) {
            for (int t = 0; t < taps.length; t++) packed[at + t * step] = values[kernel + taps[t]];
        }
    }
}
