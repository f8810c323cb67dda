package upsampling.backend.vector;

import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The adjoint of a convolution in the weight: what each tap met, times what came of it, is summed over all windows.
///
/// ```
/// weight[m, c, tap] = sum over windows of small[m, window] * met[c, tap, window]
/// ```
/// Where few channels come out of a group, {@link RowDots} does it, and else a {@link Product} whose depth are the windows.
final class Correlation {
    private Correlation() { }

    /// Computes {@link upsampling.backend.Backend#correlate}.
    ///
    /// @param path {@link Path#DIRECT}, where that is possible, or another one for the product
    static void compute(Workers workers, BufferPool pool, Path path, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        float[] to = BufferPool.values(weight.buffer());
        Shape windows = small.shape();
        boolean areFew = windows.c() / geometry.groups() <= RowDots.MOST;
        Path taken = path == Path.DIRECT && areFew ? Path.DIRECT : Path.PRODUCT;
        taken.count();
        if (taken == Path.DIRECT) {
            new RowDots(geometry, BufferPool.values(large.buffer()), large.shape(), BufferPool.values(small.buffer()), windows).run(workers, pool, to);
            return;
        }
        for (int g = 0; g < geometry.groups(); g++) product(workers, pool, large, small, geometry, g, to);
    }

    private static void product(Workers workers, BufferPool pool, Tensor large, Tensor small, Geometry geometry, int g, float[] to) {
        Planes met = new Planes(BufferPool.values(large.buffer()), large.shape(), g, geometry.groups());
        Planes came = new Planes(BufferPool.values(small.buffer()), small.shape(), g, geometry.groups());
        int taps = geometry.taps();
        int inputs = met.count();
        int outputs = came.count();
        int kernels = g * outputs * inputs * taps; // where those of the group begin
        if (!isCell(geometry)) {
            product(workers, pool, came, met, geometry,
                (j, count, sums, stride) -> {
                    for (int m = 0; m < outputs; m++) store(sums, m * stride, j, count, to, kernels + m * inputs * taps, inputs, taps);
                });
        } else if (outputs >= inputs) {
            product(workers, pool, came.flat(), met.flat(), geometry,
                (j, count, sums, stride) -> {
                    for (int m = 0; m < outputs; m++) System.arraycopy(sums, m * stride, to, kernels + m * inputs + j, count);
                });
        } else { // the other way round: rows are packed more quickly than columns
            product(workers, pool, met.flat(), came.flat(), geometry,
                (j, count, sums, stride) -> {
                    for (int c = 0; c < inputs; c++) {
                        for (int m = 0; m < count; m++) to[kernels + (j + m) * inputs + c] = sums[c * stride + m];
                    }
                });
        }
    }

    /// @param rows whose planes are the rows of the first factor
    /// @param columns whose planes, as the taps of a window meet them, are the columns of the second one
    private static void product(Workers workers, BufferPool pool, Planes rows, Planes columns, Geometry geometry, Product.Block result) {
        Shape windows = rows.shape;
        Tile tile = Tile.forRows(rows.count());
        float[] packed = packPlanes(workers, pool, tile, rows);
        PixelCopy copy = PixelCopy.of(workers, pool, columns.values, columns.shape, columns.first(), columns.count(), geometry, windows.h(), windows.w());
        Product.run(workers, pool, tile, rows.count(), windows.n() * windows.planeSize(), columns.count() * geometry.taps(), packed,
            new Encounters(copy, geometry, windows.h(), windows.w()), result);
        pool.give(packed);
        pool.give(copy.values());
    }

    /// The channels of one group.
    private record Planes(float[] values, Shape shape, int group, int groups) {
        int count() {
            return shape.c() / groups;
        }

        int first() {
            return group * count();
        }

        /// Each plane as one row.
        Planes flat() {
            return new Planes(values, Shape.of(shape.n(), shape.c(), 1, shape.planeSize()), group, groups);
        }
    }

    /// Whether each window is the cell in its place: then planes need not be taken row by row.
    private static boolean isCell(Geometry geometry) {
        return geometry.taps() == 1 && isCell(geometry.height()) && isCell(geometry.width());
    }

    private static boolean isCell(Window window) {
        return window.stride() == 1 && window.padding() == 0;
    }

    /// Packs planes as rows of a matrix, those of all pictures behind one another: `[panel][n*h*w][tile.rows()]`.
    private static float[] packPlanes(Workers workers, BufferPool pool, Tile tile, Planes planes) {
        Shape shape = planes.shape;
        int channels = planes.count();
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
                    if (row + r < channels) spread(planes.values, shape.index(n, planes.first() + row + r, 0, 0), shape.planeSize(), packed, at + r, step);
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
