package upsampling.bench.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import upsampling.backend.Backend;

/// Measures one workload: blocks of calls of the three sides in turns, so that a slow minute of the machine is slow for all.
///
/// A block is some ten calls, and counts as the median of their times. Each is measured between two quiet moments, see {@link Gate}. Before the blocks, all sides
/// compute until they are warm.
///
/// @param backend ours, with so many threads as libtorch has
/// @param threads how many that are
/// @param isStopped asked between blocks
record Runner(Backend backend, int threads, Ceilings ceilings, Gate gate, Plan plan, BooleanSupplier isStopped) {
    private static final double NANOS_PER_MS = 1e6;
    private static final int LEAST_CALLS = 3;
    private static final int ALLOCATING_CALLS = 3;
    /// libtorch's threads go on spinning for some milliseconds after their last call, and would take the cores from ours, and from the gate.
    private static final int UNTIL_THREADS_SLEEP_MS = 15;

    /// Measures one row.
    ///
    /// @param deadline after which only as many blocks are measured as must be, and not again if they are disturbed, in `System.nanoTime()`
    /// @return nothing if it was stopped too early
    Optional<Row> measure(Entry entry, long deadline) {
        Workload workload = entry.workload();
        Direction direction = entry.direction();
        Inputs inputs = Inputs.of(workload, direction);
        Reference reference = Reference.of(workload, direction, inputs);
        gate.reset(deadline);
        try (OurSide ours = new OurSide(workload, direction, inputs, backend);
             LibtorchSide nchw = new LibtorchSide(workload, direction, inputs, Layout.NCHW, false);
             LibtorchSide channelsLast = new LibtorchSide(workload, direction, inputs, Layout.CHANNELS_LAST, false)) {
            for (Side side : List.of(nchw, channelsLast, ours)) calls(side, plan.warmUpMs());
            long bytesPerCall = bytesPerCall(ours);
            Row.Blocks blocks = new Row.Blocks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Reference.Difference worst = reference.difference(ours.values());
            for (int i = 0; i < plan.blocks() && (i < plan.leastBlocks() || System.nanoTime() < deadline); i++) {
                if (isStopped.getAsBoolean()) break;
                double nchwMs = gate.measure(() -> peerBlock(nchw));
                double channelsLastMs = gate.measure(() -> peerBlock(channelsLast));
                ours.poison();
                double oursMs = gate.measure(() -> block(ours));
                blocks.nchw().add(nchwMs);
                blocks.channelsLast().add(channelsLastMs);
                blocks.ours().add(oursMs);
                Reference.Difference difference = reference.difference(ours.values());
                if (difference.share() > worst.share()) worst = difference;
            }
            if (blocks.ours().isEmpty()) return Optional.empty();
            Row.Errors errors = new Row.Errors(worst.size(), worst.allowed(), reference.difference(nchw.values()).size());
            return Optional.of(Row.of(entry, threads, ceilings, blocks, errors, bytesPerCall, gate));
        }
    }

    /// Computes a workload for a while without measuring it.
    void pollute(Workload workload, Direction direction) {
        try (OurSide ours = new OurSide(workload, direction, Inputs.of(workload, direction), backend)) {
            calls(ours, plan.polluteMs());
        }
    }

    /// Calls for some time, and three times at least unless that takes three times as long.
    ///
    /// @return the time of each call in ms
    private static List<Double> calls(Side side, double ms) {
        List<Double> times = new ArrayList<>();
        double sum = 0;
        while (sum < ms || times.size() < LEAST_CALLS && sum < LEAST_CALLS * ms) {
            long start = System.nanoTime();
            side.call();
            times.add((System.nanoTime() - start) / NANOS_PER_MS);
            sum += times.getLast();
        }
        return times;
    }

    private double block(Side side) {
        return Statistics.median(calls(side, plan.blockMs()));
    }

    private double peerBlock(LibtorchSide side) {
        double ms = block(side);
        if (threads > 1) pause(UNTIL_THREADS_SLEEP_MS);
        return ms;
    }

    /// Returns the median of some calls, over all threads.
    private static long bytesPerCall(Side side) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] bytes = new double[ALLOCATING_CALLS];
        for (int i = 0; i < ALLOCATING_CALLS; i++) {
            long before = threads.getTotalThreadAllocatedBytes();
            side.call();
            bytes[i] = threads.getTotalThreadAllocatedBytes() - before;
        }
        return (long) Statistics.median(bytes);
    }

    /// Waits a moment; an interrupt ends the measuring at its next step.
    static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
