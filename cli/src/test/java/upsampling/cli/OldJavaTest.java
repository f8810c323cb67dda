package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.spec.KernelSpec;

/// The packaged kernel under a Java that is too old for it, where the machine has one beside the JDK of the course.
@Timeout(120)
class OldJavaTest {
    @TempDir
    private Path folder;

    /// One that knows the flags of the kernel's spec, 17 to 24; JDKs of Linux distributions stand side by side.
    private static Optional<Path> oldJava() throws IOException {
        Path beside = Place.javaHome().toRealPath().getParent();
        try (Stream<Path> homes = Files.list(beside)) {
            return homes.filter(OldJavaTest::isOld).map(home -> home.resolve("bin/java")).filter(Files::isExecutable).findFirst();
        }
    }

    private static boolean isOld(Path home) {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
            int feature = Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", "")).feature();
            return feature >= 17 && feature < 25;
        } catch (IOException | IllegalArgumentException _) {
            return false; // no JDK
        }
    }

    @Test
    void kernelSaysInOneLineThatItNeedsAnotherJava() throws Exception {
        Optional<Path> java = oldJava();
        assumeTrue(java.isPresent(), "no JDK 17 to 24 lies beside the JDK 25");
        List<String> command = new ArrayList<>(List.of(java.get().toString()));
        command.addAll(KernelSpec.FLAGS);
        Path kernel = Path.of("..", "kernel", "target", "kernel.jar").toAbsolutePath().normalize();
        assertTrue(Files.exists(kernel), "not packaged: " + kernel);
        command.addAll(List.of("-jar", kernel.toString(), folder.resolve("connection.json").toString()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process is still there");
        assertEquals(2, process.exitValue());
        List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.startsWith("WARNING: Using incubator modules")).toList();
        assertEquals(1, lines.size(), () -> String.join("\n", lines));
        assertTrue(lines.getFirst().startsWith("This kernel needs Java 25 or newer, but was started with Java "), lines.getFirst());
    }
}
