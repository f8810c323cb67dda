package upsampling.bench.gpu;

import java.util.List;
import upsampling.bench.speed.Direction;
import upsampling.bench.speed.Entry;
import upsampling.bench.speed.Workload;
import upsampling.bench.speed.WorkloadText;

/// What measuring one workload in one direction has shown. The names of the components are those of the JSON document; what nobody has measured is null there.
///
/// @param number of the row in the tables
/// @param workload its text
/// @param direction `forward` or `backward`
/// @param bound what limits it, `compute` or `memory`, see {@link GpuCeilings}
/// @param oursMs our time for one call, the median of the blocks
/// @param peerMs PyTorch's time in strict float32 and its faster layout, or null
/// @param peer what that was, such as `torch fp32 nchw`, or null
/// @param ratio our time over that, or null
/// @param ceilingShare the least time that the device allows over our time, or null
/// @param maxError largest difference of our results from float64
/// @param allowedError what rounding may explain
/// @param gigaflop least operations, in 1e9
/// @param megabytes least bytes read and written, in 1e6
/// @param issueMs how long Java and the driver take to ask for a call: near `oursMs`, they are what is measured
/// @param sets of tensors that the calls went round through
/// @param blocks the time of one call in each block, in ms
/// @param tf32Ms our time with factors rounded to ten bits, as PyTorch's TF32; null where there is no convolution, or the device has none
/// @param tf32Error its largest difference from float64, or null
/// @param peers all that PyTorch has measured of it
record GpuRow(String number, String workload, String direction, String bound, double oursMs, Double peerMs, String peer, Double ratio, Double ceilingShare,
              double maxError, double allowedError, double gigaflop, double megabytes, double issueMs, int sets, List<Double> blocks, Double tf32Ms, Double tf32Error,
              List<Peer.Row> peers) {
    private static final double MOSTLY = 0.9;
    /// Two factors of 11 bits instead of 24: `2^-10` of the absolute sum, where `allowedError` is 64 times `2^-24` of it.
    private static final double ALLOWED_OF_TF32 = 0x1p-10 / (64 * 0x1p-24) + 1;

    static GpuRow of(Entry entry, GpuCeilings ceilings, GpuRunner.Times times, GpuRunner.Times tf32) {
        Workload workload = entry.workload();
        Direction direction = entry.direction();
        double ms = times.ms();
        return new GpuRow(entry.number(), workload.text(), direction.word(), ceilings.bound(workload, direction), ms, null, null, null,
                ceilings.share(workload, direction, ms), times.difference().size(), times.difference().allowed(), workload.flop(direction) * 1e-9,
                workload.bytes(direction) * 1e-6, times.issueMs(), times.sets(), times.blocks(), tf32 == null ? null : tf32.ms(),
                tf32 == null ? null : tf32.difference().size(), List.of());
    }

    /// Returns this row with what PyTorch has measured, judged by the ceilings that are known then.
    GpuRow with(Peer times, GpuCeilings ceilings) {
        List<Peer.Row> own = times.of(workload, direction);
        Peer.Row best = own.stream().filter(Peer.Row::isStrict).min((a, b) -> Double.compare(a.ms(), b.ms())).orElse(null);
        Workload parsed = WorkloadText.parse(workload);
        Direction way = isForward() ? Direction.FORWARD : Direction.BACKWARD;
        return new GpuRow(number, workload, direction, ceilings.bound(parsed, way), oursMs, best == null ? null : best.ms(), best == null ? null : best.peer(),
                best == null ? null : oursMs / best.ms(), ceilings.share(parsed, way, oursMs), maxError, allowedError, gigaflop, megabytes, issueMs, sets, blocks,
                tf32Ms, tf32Error, own);
    }

    boolean isForward() {
        return direction.equals(Direction.FORWARD.word());
    }

    /// Whether our results are those of float64, up to rounding.
    boolean agrees() {
        return maxError <= allowedError && (tf32Error == null || tf32Error <= ALLOWED_OF_TF32 * allowedError);
    }

    /// Whether asking for the work takes as long as the work.
    boolean isLimitedByLaunches() {
        return issueMs > MOSTLY * oursMs;
    }
}
