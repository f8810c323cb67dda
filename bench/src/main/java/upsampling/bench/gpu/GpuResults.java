package upsampling.bench.gpu;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import upsampling.backend.cuda.CudaProbe;

/// Everything that was measured on a device: the JSON document, from which the table is made.
///
/// @param command that measured it
/// @param note a warning that belongs to every number, or null
/// @param device its name
/// @param computeCapability such as `9.0`
/// @param driver the highest CUDA version that its driver knows, such as `CUDA 13.0`
/// @param date when, in UTC
/// @param java version of the JDK
/// @param torch version of PyTorch, or null if it was not asked
/// @param ceilings of the device
/// @param isComplete whether every row was measured
/// @param agrees whether all our results were those of float64, up to rounding
/// @param problems rows that could not be measured, and why
/// @param rows in the order of the table
record GpuResults(String command, String note, String device, String computeCapability, String driver, String date, String java, String torch, GpuCeilings ceilings,
                  boolean isComplete, boolean agrees, List<String> problems, List<GpuRow> rows) {
    /// Of a rehearsal.
    static final String REHEARSAL = "A rehearsal on the stand-in driver, which computes on the processor: these times mean nothing.";
    private static final Gson GSON = new GsonBuilder().serializeNulls().setPrettyPrinting().create();

    static GpuResults of(String command, CudaProbe.Ready device, GpuCeilings ceilings, boolean isComplete, List<String> problems, List<GpuRow> rows) {
        int capability = device.computeCapability();
        int cuda = device.driverVersion();
        return new GpuResults(command, device.isEmulated() ? REHEARSAL : null, device.device(), capability / 10 + "." + capability % 10,
                "CUDA " + cuda / 1000 + "." + cuda % 1000 / 10, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Runtime.version().toString(), null, ceilings,
                isComplete, rows.stream().allMatch(GpuRow::agrees), problems, List.copyOf(rows));
    }

    /// Returns these with what PyTorch has measured.
    ///
    /// @throws IllegalArgumentException unless it was on the same device
    GpuResults with(Peer peer) {
        if (!peer.device().equals(device)) {
            throw new IllegalArgumentException("--peer: PyTorch has measured on " + peer.device() + ", but this is " + device + "; measure both on one machine");
        }
        GpuCeilings both = ceilings.with(peer);
        return new GpuResults(command, note, device, computeCapability, driver, date, java, peer.torch(), both, isComplete, agrees, problems,
                rows.stream().map(row -> row.with(peer, both)).toList());
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static GpuResults of(String json) {
        return GSON.fromJson(json, GpuResults.class);
    }

    /// Writes `gpu.json` and `gpu.md`.
    ///
    /// @throws IOException unless they can be written
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("gpu.json"), toJson() + "\n");
        Files.writeString(folder.resolve("gpu.md"), GpuPage.page(this));
    }
}
