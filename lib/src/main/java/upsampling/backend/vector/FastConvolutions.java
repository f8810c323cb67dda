package upsampling.backend.vector;

import java.util.Optional;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Convolution and its two adjoints, each in the way that {@link Costs} expects to be the quickest. Plain twin: `Convolutions`.
public final class FastConvolutions {
    private FastConvolutions() { }

    /// Computes {@link upsampling.backend.Backend#convolve}.
    public static void convolve(Workers workers, BufferPool pool, Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        Shape kernel = weight.shape();
        int inputStride = geometry.taps();
        int outputStride = kernel.c() * geometry.taps();
        int groupStride = kernel.n() / geometry.groups() * outputStride;
        Optional<WinogradPlan> plan = WinogradPlan.ofConvolution(geometry, large.shape(), small.shape());
        Path path = path(workers, Costs.ofConvolution(geometry, large.shape(), small.shape()), plan, large, weight);
        path.count();
        switch (path) {
            case PRODUCT -> PackedConvolution.convolve(workers, pool, large, weight, geometry, small);
            case WINOGRAD -> winograd(workers, pool, plan.orElseThrow(), large, weight, groupStride, outputStride, inputStride, small);
            case DIRECT -> Direct.ofConvolution(geometry, large.shape(), small.shape()).run(workers, pool, values(large), values(weight),
                groupStride, outputStride, inputStride, kernel.w(), values(small));
        }
    }

    /// Computes {@link upsampling.backend.Backend#stamp}.
    public static void stamp(Workers workers, BufferPool pool, Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        Shape kernel = weight.shape();
        int outputStride = geometry.taps();
        int inputStride = kernel.c() * geometry.taps();
        int groupStride = kernel.n() / geometry.groups() * inputStride;
        Optional<WinogradPlan> plan = WinogradPlan.ofStamp(geometry, small.shape(), large.shape());
        Path path = path(workers, Costs.ofStamp(geometry, small.shape(), large.shape()), plan, small, weight);
        path.count();
        switch (path) {
            case PRODUCT -> PackedConvolution.stamp(workers, pool, small, weight, geometry, large);
            case WINOGRAD -> winograd(workers, pool, plan.orElseThrow(), small, weight, groupStride, outputStride, inputStride, large);
            case DIRECT -> Direct.ofStamp(geometry, small.shape(), large.shape()).run(workers, pool, values(small), values(weight),
                groupStride, outputStride, inputStride, kernel.w(), values(large));
        }
    }

    private static Path path(Workers workers, Costs costs, Optional<WinogradPlan> plan, Tensor in, Tensor weight) {
        Path path = Path.forced().orElseGet(() -> costs.cheapest(plan));
        if (path != Path.WINOGRAD) return path;
        boolean isPossible = plan.isPresent() && Finite.areAll(workers, values(in)) && Finite.areAll(workers, values(weight));
        return isPossible ? path : Path.PRODUCT;
    }

    private static void winograd(Workers workers, BufferPool pool, WinogradPlan plan, Tensor in, Tensor weight, int groupStride, int outputStride, int inputStride,
            Tensor out) {
        Tile tile = Tile.forRows(plan.outputs());
        for (int g = 0; g < plan.in().c() / plan.inChannels(); g++) {
            float[] weights = new WinogradWeights(values(weight), g * groupStride, outputStride, inputStride, weight.shape().w()).transformed(plan, tile, workers, pool);
            Winograd.run(workers, pool, tile, plan, weights, values(in), g * plan.inChannels(), values(out), g * plan.outChannels());
            pool.give(weights);
        }
    }

    /// Computes {@link upsampling.backend.Backend#correlate}: a product in which everything that one picture's windows met is summed over all windows.
    public static void correlate(Workers workers, BufferPool pool, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        float[] from = values(small);
        float[] to = values(weight);
        Shape windows = small.shape();
        int rows = windows.c() / geometry.groups();
        int inputs = large.shape().c() / geometry.groups();
        int columns = inputs * geometry.taps();
        int depth = windows.n() * windows.planeSize();
        Tile tile = Tile.forRows(rows);
        for (int g = 0; g < geometry.groups(); g++) {
            int first = g * rows;
            float[] packed = packPlanes(pool, tile, from, windows, first, rows);
            Product.run(workers, pool, tile, rows, depth, columns, packed,
                new Encounters(values(large), large.shape(), g * inputs, geometry, windows.h(), windows.w()),
                (j, count, sums, stride) -> {
                    for (int r = 0; r < rows; r++) System.arraycopy(sums, r * stride, to, (first + r) * columns + j, count);
                });
            pool.give(packed);
        }
    }

    /// Packs the planes of some channels as rows of a matrix, those of all pictures behind one another: `[panel][n*h*w][tile.rows()]`.
    private static float[] packPlanes(BufferPool pool, Tile tile, float[] from, Shape shape, int first, int channels) {
        int step = tile.rows();
        int depth = shape.n() * shape.planeSize();
        int panels = Math.ceilDiv(channels, step);
        float[] packed = pool.array(Math.multiplyExact(panels * step, depth));
        for (int row = 0; row < panels * step; row++) {
            int at = row / step * step * depth + row % step;
            for (int n = 0; n < shape.n(); n++, at += shape.planeSize() * step) {
                if (row < channels) spread(from, shape.index(n, first + row, 0, 0), shape.planeSize(), packed, at, step);
                else zeros(packed, at, shape.planeSize(), step);
            }
        }
        return packed;
    }

    private static void spread(float[] from, int first, int count, float[] to, int at, int step) {
        for (int i = 0; i < count; i++) to[at + i * step] = from[first + i];
    }

    private static void zeros(float[] to, int at, int count, int step) {
        for (int i = 0; i < count; i++) to[at + i * step] = 0;
    }

    private static float[] values(Tensor tensor) {
        return BufferPool.values(tensor.buffer());
    }
}
