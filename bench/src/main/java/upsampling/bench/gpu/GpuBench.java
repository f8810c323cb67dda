package upsampling.bench.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import upsampling.backend.CudaBackend;
import upsampling.backend.cuda.CudaProbe;
import upsampling.bench.speed.Entry;

/// Measures our operators on the GPU of this machine.
public final class GpuBench {
    private final GpuOptions options;
    private final BooleanSupplier isStopped;
    private final List<GpuRow> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private GpuBench(GpuOptions options, BooleanSupplier isStopped) {
        this.options = options;
        this.isStopped = isStopped;
    }

    /// Measures what the arguments ask for, writes the report and prints it.
    ///
    /// @param isStopped becomes true at Ctrl-C: then what is there is printed
    /// @return whether all rows were measured, and all our results were those of float64, up to rounding
    /// @throws IllegalArgumentException unless the arguments are allowed
    /// @throws IllegalStateException if there is no GPU; the message says why
    /// @throws IOException unless the files can be read and written
    public static boolean run(String[] arguments, BooleanSupplier isStopped) throws IOException {
        GpuOptions options = GpuOptions.of(arguments);
        GpuRunner.Plan plan = options.isRehearsal() ? GpuRunner.Plan.REHEARSAL : options.isQuick() ? GpuRunner.Plan.QUICK : GpuRunner.Plan.FULL;
        if (options.workloads() != null) { // needs no device
            PeerWorkloads.of(options.entries(), plan).write(options.workloads());
            return true;
        }
        Peer peer = options.peer() == null ? null : Peer.read(options.peer());
        CudaProbe.Ready device = device(CudaBackend.probe(), options.isRehearsal());
        GpuResults results = new GpuBench(options, isStopped).measure(device, plan);
        if (peer != null) results = results.with(peer);
        if (options.out() != null && !isStopped.getAsBoolean()) results.write(options.out());
        System.out.println(options.isJson() ? results.toJson() : GpuPage.text(results));
        return results.agrees() && results.isComplete();
    }

    /// Returns the device that is measured.
    ///
    /// @throws IllegalStateException unless there is one whose times mean something, or a rehearsal on the stand-in was asked for
    static CudaProbe.Ready device(CudaProbe probe, boolean isRehearsal) {
        return switch (probe) {
            case CudaProbe.Missing missing -> throw new IllegalStateException("bench --gpu needs an NVIDIA GPU: " + missing.why());
            case CudaProbe.Ready ready when ready.isEmulated() && !isRehearsal -> throw new IllegalStateException(
                    "bench --gpu needs an NVIDIA GPU, but this is the stand-in driver of the tests: it computes on the processor; its times mean nothing");
            case CudaProbe.Ready ready when !ready.isEmulated() && isRehearsal -> throw new IllegalStateException(
                    "--rehearse is for the stand-in driver, but this is " + ready.device() + "; measure it without --rehearse");
            case CudaProbe.Ready ready -> ready;
        };
    }

    private GpuResults measure(CudaProbe.Ready device, GpuRunner.Plan plan) {
        CudaBackend backend = CudaBackend.device();
        List<Entry> entries = options.entries();
        System.err.println("on " + device + (device.isEmulated() ? ". " + GpuResults.REHEARSAL : ""));
        GpuCeilings ceilings = GpuCeilings.measure(backend, options.isRehearsal());
        GpuRunner runner = new GpuRunner(backend, plan, ceilings, isStopped);
        for (int i = 0; i < entries.size() && !isStopped.getAsBoolean(); i++) {
            Entry entry = entries.get(i);
            String name = entry.number() + " " + entry.direction().word() + " " + entry.workload().text();
            try {
                GpuRow row = runner.measure(entry);
                if (row == null) break;
                rows.add(row);
                System.err.println(String.format(Locale.ROOT, "row %d of %d: %s: %.4f ms", i + 1, entries.size(), name, row.oursMs()));
            } catch (RuntimeException | OutOfMemoryError e) { // the other rows may still be measured
                problems.add(name + ": " + e.getMessage());
                System.err.println("course: " + name + " cannot be measured: " + e.getMessage());
            }
        }
        return GpuResults.of(options.command(), device, ceilings, rows.size() == entries.size(), problems, rows);
    }
}
