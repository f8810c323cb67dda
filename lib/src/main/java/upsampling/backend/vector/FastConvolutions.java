package upsampling.backend.vector;

import java.util.Optional;
import upsampling.backend.ScalarBackend;
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
            case PLAIN -> ScalarBackend.INSTANCE.convolve(large, weight, geometry, small);
            case PRODUCT -> PackedConvolution.convolve(workers, pool, large, weight, geometry, small);
            case WINOGRAD -> winograd(workers, pool, plan.orElseThrow(), large, weight, groupStride, outputStride, inputStride, small);
            case DIRECT -> Direct.ofConvolution(geometry, large.shape(), small.shape(), workers.threads()).run(workers, pool, values(large),
                new PhaseSums.Weights(values(weight), groupStride, outputStride, inputStride, kernel.w()), values(small));
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
            case PLAIN -> ScalarBackend.INSTANCE.stamp(small, weight, geometry, large);
            case PRODUCT -> PackedConvolution.stamp(workers, pool, small, weight, geometry, large);
            case WINOGRAD -> winograd(workers, pool, plan.orElseThrow(), small, weight, groupStride, outputStride, inputStride, large);
            case DIRECT -> Direct.ofStamp(geometry, small.shape(), large.shape(), workers.threads()).run(workers, pool, values(small),
                new PhaseSums.Weights(values(weight), groupStride, outputStride, inputStride, kernel.w()), values(large));
        }
    }

    /// Runs something once in each way that has vectors: for the warm-up, whose layers are too small for most of them.
    public static void inEveryWay(Runnable action) {
        for (Path path : Path.values()) if (path != Path.PLAIN) path.during(action);
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

    /// Computes {@link upsampling.backend.Backend#correlate}.
    public static void correlate(Workers workers, BufferPool pool, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        Path path = Path.forced().orElseGet(() -> Costs.ofConvolution(geometry, large.shape(), small.shape()).isLittle() ? Path.PLAIN : Path.DIRECT);
        if (path == Path.PLAIN) {
            path.count();
            ScalarBackend.INSTANCE.correlate(large, small, geometry, weight);
        } else {
            Correlation.compute(workers, pool, path, large, small, geometry, weight);
        }
    }

    private static float[] values(Tensor tensor) {
        return BufferPool.values(tensor.buffer());
    }
}
