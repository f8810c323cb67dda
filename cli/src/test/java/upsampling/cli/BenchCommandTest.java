package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import upsampling.backend.cuda.CudaProbe;

/// `course bench` where libtorch is not needed. The comparison itself is run by hand, on every operator, as it needs 113 MB of libraries:
/// `./course bench --check 10000 --out bench/results/check.md` and `./course bench`, and `mvn -Pbench -pl lib,bench test` tests what it draws.
@Isolated("it changes a system property")
class BenchCommandTest {
    @TempDir
    private Path checkout;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anEmptyCheckout() {
        System.setProperty("course.home", checkout.toString());
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("course.home");
    }

    private int bench(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bench";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Course.commandLine().setErr(new PrintWriter(err)).execute(all);
    }

    @Test
    void aReleaseWithoutTheModuleSaysSo() {
        assertEquals(Exit.USAGE, bench("--check", "10"));
        assertTrue(err.toString().contains("there is no folder bench/ in " + checkout), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void numbersAreChecked() {
        assertEquals(Exit.USAGE, bench("--check", "0"));
        assertTrue(err.toString().contains("--check must be >= 1, but was 0"), err.toString());
        assertEquals(Exit.USAGE, bench("--check", "1", "--from", "-2"));
        assertTrue(err.toString().contains("--from must be >= 0, but was -2"), err.toString());
        assertEquals(Exit.USAGE, bench("--threads", "0"));
        assertTrue(err.toString().contains("--threads must be 1.."), err.toString());
        assertEquals(Exit.USAGE, bench("--threads", "1000"));
        assertTrue(err.toString().contains("but was 1000"), err.toString());
    }

    @Test
    void optionsOfTimesAndOfResultsAreNotMixed() {
        assertEquals(Exit.USAGE, bench("--check", "10", "--quick"));
        assertTrue(err.toString().contains("--check compares results; run one after the other"), err.toString());
        assertEquals(Exit.USAGE, bench("--op", "Conv2d"));
        assertTrue(err.toString().contains("--op, --backend, --seed and --from belong to --check"), err.toString());
    }

    @Test
    void aJvmThatMeasuresTakesHalfOfTheMemoryAtMost() {
        assertEquals(List.of("-Xms4096m", "-Xmx8192m", "-XX:+AlwaysPreTouch"), BenchModule.heap(24_000));
        assertEquals(List.of("-Xms2000m", "-Xmx4000m", "-XX:+AlwaysPreTouch"), BenchModule.heap(8_000));
    }

    @Test
    void withoutAGpuOneLineSaysWhyBeforeAnythingIsBuilt() {
        System.setProperty(CudaProbe.LIBRARY, checkout.resolve("libcuda.so.1").toString());
        try {
            assertEquals(Exit.INFRASTRUCTURE, bench("--gpu"));
        } finally {
            System.clearProperty(CudaProbe.LIBRARY);
        }
        assertTrue(err.toString().contains("bench --gpu needs an NVIDIA GPU: "), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals(Exit.USAGE, bench("--gpu", "--threads", "1"));
        assertEquals(Exit.USAGE, bench("--peer", "torch.json"));
    }

    @Test
    void helpShowsHowAWorkloadIsWritten() {
        StringWriter out = new StringWriter();
        assertEquals(Exit.OK, Course.commandLine().setOut(new PrintWriter(out)).execute("bench", "--help"));
        assertTrue(out.toString().contains("conv_transpose 128>64 k4 s2 p1 32x32 n16"), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 120), out.toString());
    }

    @Test
    void aMachineWithoutLibtorchIsNamed() {
        assertEquals("linux-x86_64", BenchModule.platform("Linux", "amd64"));
        assertEquals("macosx-arm64", BenchModule.platform("Mac OS X", "aarch64"));
        assertEquals("windows-x86_64", BenchModule.platform("Windows 11", "amd64"));
        String message = assertThrows(Failure.class, () -> BenchModule.platform("Linux", "riscv64")).getMessage();
        assertTrue(message.contains("Linux on riscv64"), message);
    }

    @Test
    void aFailedBuildSaysWhyInOneLine() {
        Path log = Path.of("bench.log");
        String transfer = "[ERROR] Failed to collect dependencies: Could not transfer artifact org.bytedeco:pytorch: Unknown host";
        assertTrue(BenchModule.whyNot(List.of(transfer), "linux-x86_64", log).contains("without a network"));
        String missing = "[ERROR] Could not find artifact org.bytedeco:pytorch:jar:macosx-arm64:2.10.0";
        assertTrue(BenchModule.whyNot(List.of(missing), "macosx-arm64", log).contains("no libtorch jar for macosx-arm64"));
        assertTrue(BenchModule.whyNot(List.of("[INFO] x", "[ERROR] Check.java:[3,1] ';' expected"), "linux-x86_64", log).contains("';' expected"));
    }

    @Test
    void isBuiltAgainWhenASourceIsNewer() throws IOException {
        BenchModule module = new BenchModule(Place.find());
        assertFalse(module.isUpToDate());
        for (String file : List.of("pom.xml", "lib/pom.xml", "lib/src/main/A.java", "bench/pom.xml", "bench/src/main/B.java", "bench/target/bench.jar", ".course/bench.stamp")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), "");
        }
        FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
        Files.setLastModifiedTime(checkout.resolve(".course/bench.stamp"), later);
        assertTrue(module.isUpToDate());
        Files.setLastModifiedTime(checkout.resolve("lib/src/main/A.java"), FileTime.fromMillis(later.toMillis() + 60_000));
        assertFalse(module.isUpToDate());
    }
}
