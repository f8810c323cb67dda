package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import upsampling.backend.cuda.CudaProbe;

class BackendsTest {
    @Test
    void namesAndTheirBackends() {
        assertSame(ScalarBackend.INSTANCE, Backends.scalar());
        assertSame(VectorBackend.all(), Backends.vector());
    }

    @Test
    void theChoiceIsSaidOnce() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Backend expected = CudaBackend.probe() instanceof CudaProbe.Ready ? Backends.cuda() : VectorBackend.all();
            assertSame(expected, Backends.best());
            assertSame(expected, Backends.best());
        } finally {
            System.setOut(before);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).lines().count() <= 1, "another test may have asked before");
    }

    @Test
    void theLineSaysWhatWasChosenAndWhy() {
        CudaProbe none = new CudaProbe.Missing("no CUDA driver (libcuda.so.1 not found)");
        assertEquals("Computing on backend vector: 2 cores; no GPU: no CUDA driver (libcuda.so.1 not found).", Backends.choice(none, Optional.empty(), 2));
        assertEquals("Computing on backend vector: 1 core; no GPU: no CUDA driver (libcuda.so.1 not found).", Backends.choice(none, Optional.empty(), 1));
        assertEquals("Computing on backend cuda: NVIDIA H200, compute capability 9.0, driver for CUDA 13.0.",
            Backends.choice(new CudaProbe.Ready(13_000, "NVIDIA H200", 90, false), Optional.empty(), 1));
        assertEquals("Computing on backend scalar, the plain loops: Java was started without --add-modules jdk.incubator.vector, which the fast backend needs.",
            Backends.choice(none, Backends.obstacle(false, List.of()), 2));
        assertEquals("Computing on backend scalar, the plain loops: Java was started with -XX:TieredStopAtLevel=1, and the fast backend needs the compiler that this leaves out.",
            Backends.choice(none, Backends.obstacle(true, List.of("-ea", "-XX:TieredStopAtLevel=1")), 2));
        assertEquals(Optional.empty(), Backends.obstacle(true, List.of("-ea", "-XX:TieredStopAtLevel=4")));
        assertTrue(Backends.obstacle(true, List.of("-Xint")).isPresent());
    }

    /// A program without the module: the automatic choice falls back, and who asks by name hears what to do.
    @Test
    void withoutTheModuleEverythingElseWorks() throws IOException, InterruptedException {
        String program = """
            import upsampling.backend.*;
            import upsampling.op.*;
            import upsampling.tensor.*;

            void main() {
                System.out.println(Backends.best().name());
                System.out.println(MaxPool2d.of(2).forward(Tensor.image(new double[][] {{1, 2}, {3, 4}}).to(Backends.best())).get(0, 0));
                try {
                    Backends.vector();
                } catch (IllegalStateException e) {
                    System.out.println(e.getMessage());
                }
            }
            """;
        Path file = Path.of("target", "WithoutVectors.java");
        java.nio.file.Files.writeString(file, program);
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", "target/classes", file.toString()))
            .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(List.of(
            "Computing on backend scalar, the plain loops: Java was started without --add-modules jdk.incubator.vector, which the fast backend needs.",
            "scalar",
            "4.0",
            "VectorBackend: the module jdk.incubator.vector is not there; start Java with --add-modules jdk.incubator.vector, or use ScalarBackend.INSTANCE, "
                + "which needs nothing"), said.lines().toList());
    }
}
