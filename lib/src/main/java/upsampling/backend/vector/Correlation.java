package upsampling.backend.vector;

import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The adjoint of a convolution in the weight: what each tap met, times what came of it, is summed over all windows.
///
/// ```
/// weight[m, c, tap] = sum over windows of small[m, window] * met[c, tap, window]
/// ```
/// Where few channels come out of a group, {@link RowDots} does it; usually {@link DotCorrelation}; and where its margins would be large, or hold what is not finite,
/// a {@link Product}.
final class Correlation {
    /// The most places that {@link DotCorrelation} may sum for one that counts.
    private static final double MOST = 1.35;

    private Correlation() { }

    /// Computes {@link upsampling.backend.Backend#correlate}.
    ///
    /// @param path {@link Path#DIRECT}, where that is possible, or another one for the product
    static void compute(Workers workers, BufferPool pool, Path path, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        float[] to = BufferPool.values(weight.buffer());
        float[] x = BufferPool.values(large.buffer());
        float[] y = BufferPool.values(small.buffer());
        Shape windows = small.shape();
        int rows = windows.c() / geometry.groups();
        int inputs = large.shape().c() / geometry.groups();
        if (path == Path.DIRECT && rows <= RowDots.MOST) {
            path.count();
            new RowDots(geometry, x, large.shape(), y, windows).run(workers, pool, to);
            return;
        }
        DotCorrelation dots = new DotCorrelation(geometry, large.shape(), windows);
        boolean areDots = path == Path.DIRECT && dots.margin() <= MOST
            && (dots.hasNoMargin() || Finite.areAll(workers, x) && Finite.areAll(workers, y));
        (areDots ? Path.DIRECT : Path.PRODUCT).count();
        for (int g = 0; g < geometry.groups(); g++) {
            if (areDots) dots.run(workers, pool, x, g * inputs, y, g * rows, to, g * rows * inputs * geometry.taps());
            else product(workers, pool, large, small, geometry, g, to);
        }
    }

    private static void product(Workers workers, BufferPool pool, Tensor large, Tensor small, Geometry geometry, int g, float[] to) {
        Shape windows = small.shape();
        int rows = windows.c() / geometry.groups();
        int inputs = large.shape().c() / geometry.groups();
        Tile tile = Tile.forRows(rows);
        int first = g * rows;
        float[] packed = packPlanes(workers, pool, tile, BufferPool.values(small.buffer()), windows, first, rows);
        PixelCopy copy = PixelCopy.of(workers, pool, BufferPool.values(large.buffer()), large.shape(), g * inputs, inputs, geometry, windows.h(), windows.w());
        Product.run(workers, pool, tile, rows, windows.n() * windows.planeSize(), inputs * geometry.taps(), packed,
            new Encounters(copy, geometry, windows.h(), windows.w()),
            (j, count, sums, stride) -> {
                for (int r = 0; r < rows; r++) store(sums, r * stride, j, count, to, (first + r) * inputs * geometry.taps(), inputs, geometry.taps());
            });
        pool.give(packed);
        pool.give(copy.values());
    }

    /// Packs the planes of some channels as rows of a matrix, those of all pictures behind one another: `[panel][n*h*w][tile.rows()]`.
    private static float[] packPlanes(Workers workers, BufferPool pool, Tile tile, float[] from, Shape shape, int first, int channels) {
        int step = tile.rows();
        int depth = shape.n() * shape.planeSize();
        int padded = Math.ceilDiv(channels, step) * step;
        float[] packed = pool.array(Math.multiplyExact(padded, depth));
        Pieces.run(workers, padded / step * shape.n(), (long) step * shape.planeSize(), (begin, end) -> {
            for (int piece = begin; piece < end; piece++) {
                int row = piece / shape.n() * step;
                int n = piece % shape.n();
                int at = row * depth + n * shape.planeSize() * step;
                for (int r = 0; r < step; r++) {
                    if (row + r < channels) spread(from, shape.index(n, first + row + r, 0, 0), shape.planeSize(), packed, at + r, step);
                    else zeros(packed, at + r, shape.planeSize(), step);
                }
            }
        });
        return packed;
    }

    private static void spread(float[] from, int first, int count, float[] to, int at, int step) {
        for (int i = 0; i < count; i++) to[at + i * step] = from[first + i];
    }

    private static void zeros(float[] to, int at, int count, int step) {
        for (int i = 0; i < count; i++) to[at + i * step] = 0;
    }

    /// Stores some columns `(tap, channel)` of one row, which is one kernel `[channel][tap]`.
    private static void store(float[] sums, int at, int first, int count, float[] to, int kernel, int channels, int taps) {
        int tap = first / channels;
        int channel = first % channels;
        for (int i = 0; i < count; i++) {
            to[kernel + channel * taps + tap] = sums[at + i];
            if (++channel < channels) continue;
            channel = 0;
            tap++;
        }
    }
}
