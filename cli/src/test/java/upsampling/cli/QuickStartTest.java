package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.spec.AotCache;
import upsampling.kernel.spec.KernelSpec;

/// The AOT cache of the packaged kernel. Here, since the jar does not exist yet when the kernel's own tests run.
@Timeout(300)
class QuickStartTest {
    private static final Path BUILT = Path.of("..", "kernel", "target").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void trainingMakesACacheThatTheInstalledCommandCanUse() throws IOException, InterruptedException {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        try (DirectoryStream<Path> built = Files.newDirectoryStream(BUILT.resolve("jars"))) {
            for (Path each : built) Files.copy(each, jars.resolve(each.getFileName()));
        }
        Path jar = Files.copy(BUILT.resolve("kernel.jar"), folder.resolve("kernel.jar"));
        KernelSpec spec = KernelSpec.of(Place.javaHome(), jar);
        AotCache cache = AotCache.of(spec);
        cache.make(Duration.ofMinutes(4));
        assertTrue(cache.isCurrent());

        // With AOTMode=on the JVM refuses to start if anything does not fit: flags, class path, JDK.
        List<String> command = new ArrayList<>(spec.withMoreFlags(cache.flags()).command());
        command.removeLast();
        command.add(1, "-XX:AOTMode=on");
        Process kernel = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(kernel.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, kernel.waitFor(), said);
        assertTrue(said.contains("usage: java -jar kernel.jar"), said);
    }
}
