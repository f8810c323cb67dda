package upsampling.bench.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import upsampling.backend.CudaBackend;
import upsampling.bench.speed.Entry;
import upsampling.bench.speed.OurSide;
import upsampling.bench.speed.Statistics;
import upsampling.bench.speed.Workload;

/// Measures one workload: blocks of calls, each from the moment when the device has nothing to do until it has done all of them.
///
/// A launch returns before its kernel has run, so only a wait shows the time; a block is so long that the wait at its end does not count. Calls go round through several
/// sets of tensors, more than a cache of 60 MB holds: else a small workload would be measured as if memory were as fast as the cache.
///
/// @param backend of the device
/// @param plan how long is measured
/// @param ceilings of the device
/// @param isStopped asked between blocks
record GpuRunner(CudaBackend backend, Plan plan, GpuCeilings ceilings, BooleanSupplier isStopped) {
    private static final double ROTATED = 4 * 60e6; // bytes
    private static final int MOST_SETS = 256;
    private static final int ISSUED = 32; // calls that the driver's queue takes without making us wait
    private static final int TENSOR_CORES = 80; // least compute capability with TF32
    private static final double NANOS_PER_MS = 1e6;

    /// How long is measured.
    ///
    /// @param blocks of which the median counts
    /// @param blockMs least length of a block
    /// @param mostSets of tensors
    record Plan(int blocks, double blockMs, int mostSets) {
        static final Plan FULL = new Plan(9, 60, MOST_SETS);
        static final Plan QUICK = new Plan(5, 20, MOST_SETS);
        static final Plan REHEARSAL = new Plan(2, 0, 2);
    }

    /// Returns how many sets of tensors a workload goes round through.
    static int sets(double bytes, int most) {
        return (int) Math.clamp(Math.ceil(ROTATED / bytes), 2, most);
    }

    /// @return null if it was stopped before the first block
    GpuRow measure(Entry entry) {
        SamePictures pictures = SamePictures.of(entry.workload(), entry.direction());
        Times times = times(entry, pictures, backend);
        if (times == null) return null;
        boolean hasTf32 = entry.workload().weight() != null && backend.description().computeCapability() >= TENSOR_CORES;
        return GpuRow.of(entry, ceilings, times, hasTf32 ? times(entry, pictures, backend.withTf32()) : null);
    }

    /// What calls on one backend have shown.
    ///
    /// @param blocks the time of one call in each block, in ms
    /// @param issueMs how long it took to ask for a call
    /// @param sets of tensors that the calls went round through
    /// @param difference the larger one of those before and after the blocks
    record Times(List<Double> blocks, double issueMs, int sets, SamePictures.Difference difference) {
        double ms() {
            return Statistics.median(blocks);
        }
    }

    private Times times(Entry entry, SamePictures pictures, CudaBackend backend) {
        Workload workload = entry.workload();
        List<OurSide> sets = new ArrayList<>();
        try {
            int count = sets(workload.bytes(entry.direction()), plan.mostSets);
            for (int i = 0; i < count; i++) sets.add(new OurSide(workload, entry.direction(), pictures.inputs(), backend));
            sets.getFirst().poison();
            ms(sets, count); // each once: the driver compiles kernels, tables go to the device
            SamePictures.Difference first = pictures.difference(sets.getFirst().results());
            int calls = callsOfABlock(sets);
            List<Double> blocks = new ArrayList<>();
            List<Double> issued = new ArrayList<>();
            for (int i = 0; i < plan.blocks && !isStopped.getAsBoolean(); i++) {
                blocks.add(ms(sets, calls) / calls);
                issued.add(issueMs(sets));
            }
            if (blocks.isEmpty()) return null;
            SamePictures.Difference last = pictures.difference(sets.getFirst().results());
            return new Times(blocks, Statistics.median(issued), count, last.size() > first.size() ? last : first);
        } finally {
            for (OurSide set : sets) set.close();
        }
    }

    private int callsOfABlock(List<OurSide> sets) {
        int calls = 1;
        while (ms(sets, calls) < plan.blockMs) calls *= 2;
        return calls;
    }

    private double ms(List<OurSide> sets, int calls) {
        backend.await();
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) sets.get(i % sets.size()).call();
        backend.await();
        return (System.nanoTime() - start) / NANOS_PER_MS;
    }

    /// Returns how long Java and the driver take to ask for a call, while nothing makes them wait.
    private double issueMs(List<OurSide> sets) {
        int calls = plan.blockMs == 0 ? 1 : ISSUED;
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) sets.get(i % sets.size()).call();
        long end = System.nanoTime();
        backend.await();
        return (end - start) / NANOS_PER_MS / calls;
    }
}
