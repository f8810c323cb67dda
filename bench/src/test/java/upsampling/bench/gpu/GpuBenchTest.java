package upsampling.bench.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.backend.cuda.CudaProbe;
import upsampling.bench.speed.Entry;

/// What is measured and where, without a GPU.
class GpuBenchTest {
    private static final CudaProbe.Ready CARD = new CudaProbe.Ready(13_000, "NVIDIA H200", 90, false);
    private static final CudaProbe.Ready STAND_IN = new CudaProbe.Ready(13_000, "CPU emulator (no GPU)", 80, true);

    @Test
    void withoutAGpuTheReasonIsOneLine() {
        String message = assertThrows(IllegalStateException.class,
            () -> GpuBench.device(new CudaProbe.Missing("no CUDA driver (libcuda.so.1 not found)"), false)).getMessage();
        assertEquals("bench --gpu needs an NVIDIA GPU: no CUDA driver (libcuda.so.1 not found)", message);
        assertThrows(IllegalStateException.class, () -> GpuBench.device(new CudaProbe.Missing("none"), true));
    }

    @Test
    void theStandInIsRefusedUnlessItIsARehearsal() {
        String message = assertThrows(IllegalStateException.class, () -> GpuBench.device(STAND_IN, false)).getMessage();
        assertTrue(message.contains("it computes on the processor; its times mean nothing"), message);
        assertSame(STAND_IN, GpuBench.device(STAND_IN, true));
        assertSame(CARD, GpuBench.device(CARD, false));
        assertThrows(IllegalStateException.class, () -> GpuBench.device(CARD, true));
    }

    @Test
    void aRehearsalHasTinyShapesOnlyAndNeverWritesWhereResultsAreCommitted(@TempDir Path folder) throws IOException {
        List<Entry> tiny = GpuOptions.of("--gpu", "--rehearse").entries();
        assertTrue(tiny.stream().allMatch(entry -> entry.workload().y().size() < 50_000), tiny.toString());
        for (String option : List.of("--rows", "--shape")) {
            assertThrows(IllegalArgumentException.class, () -> GpuOptions.of("--gpu", "--rehearse", option, "copy 1@2x2"));
        }
        Path committed = Files.createDirectories(folder.resolve("bench/results"));
        Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), committed);
        for (Path out : List.of(committed, link, folder.resolve("new/bench/x/../results"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> GpuOptions.of("--gpu", "--rehearse", "--out", out.toString())).getMessage();
            assertTrue(message.contains("never writes into bench"), message);
        }
        assertEquals(folder, GpuOptions.of("--gpu", "--rehearse", "--out", folder.toString()).out());
        assertEquals(committed, GpuOptions.of("--gpu", "--out", committed.toString()).out());
    }

    @Test
    void rowsAreThoseOfBothTables() {
        assertEquals(43 + 25, GpuOptions.of("--gpu").entries().size());
        assertEquals(List.of("12", "g1", "g1b"), GpuOptions.of("--gpu", "--rows", "g1,12,g1b").entries().stream().map(Entry::number).toList());
        assertEquals(List.of("+1", "+1b"), GpuOptions.of("--gpu", "--rows", "none", "--shape", "nearest x2 3@4x5").entries().stream().map(Entry::number).toList());
        assertThrows(IllegalArgumentException.class, () -> GpuOptions.of("--gpu", "--rows", "99"));
        assertThrows(IllegalArgumentException.class, () -> GpuOptions.of("--gpu", "--threads", "2"));
        assertEquals("./course bench --gpu --quick --rows g1", GpuOptions.of("--quick", "--gpu", "--rows", "g1", "--json").command());
    }

    @Test
    void callsGoRoundThroughMoreThanACacheHolds() {
        assertEquals(2, GpuRunner.sets(411e6, 256));
        assertEquals(24, GpuRunner.sets(10e6, 256)); // 240 MB
        assertEquals(256, GpuRunner.sets(1e3, 256));
    }

    @Test
    void thePeerIsToldTheWorkloadsInNumbers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("w/workloads.json");
        GpuBench.run(new String[] {"--gpu", "--rows", "15b,8", "--quick", "--workloads", file.toString()}, () -> false);
        JsonObject document = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals(5, document.get("blocks").getAsInt());
        JsonObject resize = document.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals("bilinear", resize.get("operator").getAsString());
        assertEquals("[1,3,1024,1024]", resize.get("y").toString());
        assertTrue(resize.get("weight").isJsonNull());
        JsonObject conv = document.getAsJsonArray("rows").get(1).getAsJsonObject();
        assertEquals("backward", conv.get("direction").getAsString());
        assertEquals("conv_transpose 64>64 k3 s2 p1 op1 64x64 n4", conv.get("workload").getAsString());
        assertEquals("[64,64,3,3]", conv.get("weight").toString());
        assertEquals("[1,1]", conv.get("outputPadding").toString());
        assertEquals("[2,2]", conv.get("stride").toString());
    }

    @Test
    void nothingOnTheWayNeedsLibtorch() throws IOException {
        Set<String> seen = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of("upsampling/bench/gpu/GpuBench"));
        while (!left.isEmpty()) {
            String name = left.pop();
            assertFalse(name.startsWith("org/bytedeco"), "the classes of bench --gpu name " + name);
            if (!name.startsWith("upsampling/") || !seen.add(name)) continue;
            try (InputStream in = GpuBenchTest.class.getResourceAsStream("/" + name + ".class")) {
                for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                    if (entry instanceof ClassEntry other) left.add(other.asSymbol().isArray() ? "" : other.asInternalName());
                }
            }
        }
        assertTrue(seen.contains("upsampling/bench/speed/OurSide"), seen.toString());
        assertTrue(seen.contains("upsampling/backend/CudaBackend"), seen.toString());
    }
}
