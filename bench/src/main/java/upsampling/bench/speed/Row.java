package upsampling.bench.speed;

import java.util.List;

/// What measuring one workload in one direction has shown. The names of the components are those of the JSON document.
///
/// @param number of the row in the table and in the picture
/// @param workload its text
/// @param direction `forward` or `backward`
/// @param bound what limits it, `compute` or `memory`, see {@link Ceilings}
/// @param threads how many computed, on both sides
/// @param oursMs our time for one call: the median of the blocks' medians
/// @param peerMs libtorch's time in its better layout
/// @param peerLayout that layout, `nchw` or `channels_last`
/// @param ratio our time over libtorch's better one: the median of the ratios of neighbouring blocks
/// @param ratioNchw the same for the layout that we have
/// @param ratioChannelsLast the same for the other
/// @param ratioOfBest smallest of our blocks over the smallest of libtorch's; far from `ratio` if the row is noisy
/// @param ceilingShare the least time that the machine allows over our time
/// @param gigaflop least operations, in 1e9
/// @param megabytes least bytes read and written, in 1e6
/// @param limitMs the least time
/// @param maxError largest difference of our results from libtorch's in float64, over all blocks
/// @param allowedError what rounding may explain
/// @param peerError the same difference of libtorch in float32
/// @param bytesPerCall what a call allocates on the Java heap, on all threads, results from the pool included
/// @param gateWaits how often the gate has waited
/// @param isDisturbed whether a block counts although the machine was not quiet
/// @param ours medians of our blocks, in ms
/// @param nchw medians of libtorch's blocks in our layout
/// @param channelsLast medians of libtorch's blocks in the other layout
record Row(String number, String workload, String direction, String bound, int threads, double oursMs, double peerMs, String peerLayout, double ratio,
           double ratioNchw, double ratioChannelsLast, double ratioOfBest, double ceilingShare, double gigaflop, double megabytes, double limitMs,
           double maxError, double allowedError, double peerError, long bytesPerCall, int gateWaits, boolean isDisturbed,
           List<Double> ours, List<Double> nchw, List<Double> channelsLast) {

    /// Returns the row of finished blocks.
    static Row of(Entry entry, int threads, Ceilings ceilings, Blocks blocks, Errors errors, long bytesPerCall, Gate gate) {
        double flop = entry.workload().flop(entry.direction());
        double bytes = entry.workload().bytes(entry.direction());
        double limit = ceilings.limitMs(flop, bytes);
        double ours = Statistics.median(blocks.ours());
        boolean isNchw = Statistics.median(blocks.nchw()) <= Statistics.median(blocks.channelsLast());
        List<Double> peer = isNchw ? blocks.nchw() : blocks.channelsLast();
        return new Row(entry.number(), entry.workload().text(), entry.direction().word(), ceilings.bound(flop, bytes), threads, ours, Statistics.median(peer),
                (isNchw ? Layout.NCHW : Layout.CHANNELS_LAST).word, Statistics.medianRatio(blocks.ours(), peer),
                Statistics.medianRatio(blocks.ours(), blocks.nchw()), Statistics.medianRatio(blocks.ours(), blocks.channelsLast()),
                smallest(blocks.ours()) / smallest(peer), limit / ours, flop * 1e-9, bytes * 1e-6, limit,
                errors.ours(), errors.allowed(), errors.peer(), bytesPerCall, gate.waits(), gate.isDisturbed(),
                blocks.ours(), blocks.nchw(), blocks.channelsLast());
    }

    private static double smallest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    boolean isForward() {
        return direction.equals(Direction.FORWARD.word());
    }

    boolean isComputeBound() {
        return bound.equals("compute");
    }

    /// Whether our results are those of libtorch, up to rounding.
    boolean agrees() {
        return maxError <= allowedError;
    }

    /// The medians of the blocks of the three sides, in ms; those of one index were measured one after the other.
    record Blocks(List<Double> ours, List<Double> nchw, List<Double> channelsLast) { }

    /// Largest differences from float64, and what is allowed.
    record Errors(double ours, double allowed, double peer) { }
}
