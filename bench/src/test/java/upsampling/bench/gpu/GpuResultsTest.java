package upsampling.bench.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.backend.cuda.CudaProbe;
import upsampling.bench.speed.Entry;

/// From times to the rows, the JSON document and the page, with and without PyTorch's times: nothing is measured here.
class GpuResultsTest {
    private static final CudaProbe.Ready CARD = new CudaProbe.Ready(13_000, "NVIDIA H200", 90, false);
    private static final CudaProbe.Ready STAND_IN = new CudaProbe.Ready(13_000, "CPU emulator (no GPU)", 80, true);
    private static final GpuCeilings CEILINGS = new GpuCeilings(4000, null, null);
    private static final String COPY = "copy 256@112x112 n16"; // 411.041792 MB: 0.102760448 ms at 4000 GB/s
    private static final String CONV = "conv_transpose 64>64 k4 s2 p1 64x64 n32"; // 17.179869184 GFLOP
    private static final String PEER = """
            {"torch": "2.11.0", "device": "NVIDIA H200", "date": "2026-01-01T00:00:00Z", "copyGigabytes": 4200, "matmulGigaflops": 50000, "rows": [
              {"workload": "%1$s", "direction": "forward", "peer": "torch fp32 nchw", "ms": 0.5, "maxError": 1e-5},
              {"workload": "%1$s", "direction": "forward", "peer": "torch fp32 channels_last", "ms": 0.4, "maxError": 1e-5},
              {"workload": "%1$s", "direction": "forward", "peer": "torch tf32 nchw", "ms": 0.1, "maxError": 1e-3},
              {"workload": "%1$s", "direction": "backward", "peer": "torch fp32 nchw", "ms": 0.01, "maxError": 1e-5}]}
            """.formatted(CONV);

    private static GpuRow row(String number, double ms, double error) {
        Entry entry = GpuTable.entries().stream().filter(e -> e.number().equals(number)).findFirst().orElseThrow();
        var difference = new SamePictures.Difference(error, 1e-4);
        return GpuRow.of(entry, CEILINGS, new GpuRunner.Times(List.of(ms, 3 * ms, ms), 0.003, 2, difference), null);
    }

    private static GpuResults results(CudaProbe.Ready device, GpuRow... rows) {
        return GpuResults.of("./course bench --gpu", device, CEILINGS, true, List.of(), List.of(rows));
    }

    private static Peer peer(Path folder, String text) throws IOException {
        return Peer.read(Files.writeString(folder.resolve("torch.json"), text));
    }

    @Test
    void aShareIsKnownOnlyWhereACeilingIs() {
        GpuRow copy = row("g13", 0.205520896, 0);
        assertEquals(COPY, copy.workload());
        assertEquals("memory", copy.bound());
        assertEquals(0.5, copy.ceilingShare(), 1e-9);
        GpuRow conv = row("g1", 0.6, 1e-5);
        assertEquals(CONV, conv.workload());
        assertEquals("compute", conv.bound());
        assertNull(conv.ceilingShare());
        assertFalse(conv.isLimitedByLaunches());
        assertTrue(row("g13", 0.0032, 0).isLimitedByLaunches());
    }

    @Test
    void theJsonDocumentHasTheNamesThatOthersRead() {
        JsonObject json = JsonParser.parseString(results(CARD, row("g1", 0.6, 1e-5)).toJson()).getAsJsonObject();
        assertEquals("NVIDIA H200", json.get("device").getAsString());
        assertEquals("CUDA 13.0", json.get("driver").getAsString());
        assertTrue(json.get("date").getAsString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), json.get("date").getAsString());
        assertTrue(json.get("note").isJsonNull());
        JsonObject row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals(CONV, row.get("workload").getAsString());
        assertEquals("forward", row.get("direction").getAsString());
        assertEquals("compute", row.get("bound").getAsString());
        assertEquals(0.6, row.get("oursMs").getAsDouble());
        assertEquals(1e-5, row.get("maxError").getAsDouble());
        for (String name : List.of("peerMs", "peer", "ratio", "ceilingShare", "tf32Ms")) {
            assertTrue(row.has(name) && row.get(name).isJsonNull(), name);
        }
    }

    @Test
    void whatPyTorchHasMeasuredIsPutBesideOurs(@TempDir Path folder) throws IOException {
        GpuResults merged = results(CARD, row("g1", 0.6, 1e-5), row("g1b", 0.02, 1e-5), row("g13", 0.205520896, 0)).with(peer(folder, PEER));
        GpuRow conv = merged.rows().get(0);
        assertEquals("torch fp32 channels_last", conv.peer()); // the faster layout; TF32 is another result
        assertEquals(0.4, conv.peerMs());
        assertEquals(1.5, conv.ratio(), 1e-12);
        assertEquals(17.179869184 / 50 / 0.6, conv.ceilingShare(), 1e-9);
        assertEquals(3, conv.peers().size());
        assertEquals(2, merged.rows().get(1).ratio(), 1e-12);
        GpuRow copy = merged.rows().get(2); // PyTorch was not asked for it, but its copy is the faster ceiling
        assertNull(copy.ratio());
        assertEquals(0.5 * 4000 / 4200, copy.ceilingShare(), 1e-9);
        assertEquals("2.11.0", merged.torch());
        assertEquals(merged, GpuResults.of(merged.toJson()));
        assertEquals("| g1 | " + CONV + " | C | 0.600 | 0.400 | channels_last | 1.50 | 57 % | 28633 | 280 | 1.0e-05 | 1.0e-04 | – | 0.100 | – |  |", GpuPage.line(conv));
    }

    @Test
    void anotherDeviceOrAnotherFileIsRefused(@TempDir Path folder) throws IOException {
        Peer other = peer(folder, PEER.replace("NVIDIA H200", "NVIDIA L4"));
        String message = assertThrows(IllegalArgumentException.class, () -> results(CARD, row("g1", 0.6, 0)).with(other)).getMessage();
        assertTrue(message.contains("NVIDIA L4") && message.contains("NVIDIA H200"), message);
        for (String text : List.of("", "{}", "no JSON", "[1]", PEER.replace("\"ms\"", "\"time\""))) {
            assertThrows(IllegalArgumentException.class, () -> peer(folder, text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> Peer.read(folder.resolve("none.json")));
    }

    @Test
    void aRehearsalSaysSoEverywhere(@TempDir Path folder) throws IOException {
        GpuResults results = results(STAND_IN, row("g13", 0.2, 0));
        results.write(folder);
        for (String text : List.of(Files.readString(folder.resolve("gpu.json")), Files.readString(folder.resolve("gpu.md")), GpuPage.text(results))) {
            assertTrue(text.contains("these times mean nothing"), text);
        }
        assertFalse(GpuPage.page(results(CARD, row("g13", 0.2, 0))).contains("rehearsal"));
    }

    @Test
    void anErrorIsMarked() {
        assertTrue(results(CARD, row("g1", 0.6, 1e-5)).agrees());
        GpuResults wrong = results(CARD, row("g1", 0.6, 2e-4));
        assertFalse(wrong.agrees());
        assertTrue(GpuPage.text(wrong).contains("✗ 2.0e-04"), GpuPage.text(wrong));
    }

    @Test
    void tf32MayBeFurtherOff() {
        Entry entry = GpuTable.entries().stream().filter(e -> e.number().equals("g1")).findFirst().orElseThrow();
        var strict = new GpuRunner.Times(List.of(0.6), 0.003, 2, new SamePictures.Difference(1e-5, 1e-4));
        for (double error : new double[] {0.02, 0.03}) { // allowed are 257 times 1e-4
            var tf32 = new GpuRunner.Times(List.of(0.2), 0.003, 2, new SamePictures.Difference(error, 1e-4));
            GpuRow row = GpuRow.of(entry, CEILINGS, strict, tf32);
            assertEquals(0.2, row.tf32Ms());
            assertEquals(error < 0.0257, row.agrees());
        }
    }
}
