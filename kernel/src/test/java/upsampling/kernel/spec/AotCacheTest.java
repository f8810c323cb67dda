package upsampling.kernel.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The files of the cache, with a program of the tests in the place of `java`.
@Timeout(60)
class AotCacheTest {
    @TempDir
    Path folder;

    private KernelSpec spec;
    private Path library;

    @BeforeEach
    void writeJdkAndJars() throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.3+9\"");
        Path app = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(app.resolve("jars"));
        library = Files.writeString(app.resolve("jars").resolve("lib.jar"), "a library");
        spec = KernelSpec.of(home, Files.writeString(app.resolve("kernel.jar"), "a kernel"));
    }

    private AotCache cache() throws IOException {
        return AotCache.of(spec);
    }

    /// @param script what `java` does; `$file` is the cache it shall write
    private void javaIs(String script) throws IOException {
        String text = "#!/bin/sh\nfor a in \"$@\"; do case $a in -XX:AOTCacheOutput=*) file=${a#*=} ;; esac; done\n" + script + "\n";
        Files.writeString(spec.java(), text);
        Files.setPosixFilePermissions(spec.java(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> appFiles() throws IOException {
        try (var files = Files.list(spec.jar().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anotherJdkJarOrFlagNeedsAnotherCache() throws IOException {
        Path first = cache().file();
        assertEquals(first, cache().file(), "nothing has changed");
        assertNotEquals(first, AotCache.of(spec.withMoreFlags(List.of("-Dmore=1"))).file(), "flags");

        FileTime written = Files.getLastModifiedTime(library);
        Files.setLastModifiedTime(library, FileTime.fromMillis(written.toMillis() + 5000));
        assertNotEquals(first, cache().file(), "time of a library");
        Files.setLastModifiedTime(library, written);
        assertEquals(first, cache().file());

        Files.writeString(library, "a longer library");
        Files.setLastModifiedTime(library, written);
        assertNotEquals(first, cache().file(), "size of a library");
        Files.writeString(library, "a library");
        Files.setLastModifiedTime(library, written);
        assertEquals(first, cache().file());

        Files.writeString(spec.java().resolveSibling("..").resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.4+7\"");
        assertNotEquals(first, cache().file(), "JDK");
    }

    @Test
    void withoutACacheThereAreNoFlags() throws IOException {
        assertFalse(cache().isCurrent());
        assertEquals(List.of(), cache().flags());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program in java's place is a shell script")
    void cacheThatWasMadeIsUsedUntilAJarChanges() throws IOException {
        javaIs("echo cache > \"$file\"; echo more > \"$file.config\"");
        Files.writeString(spec.jar().resolveSibling("kernel-00ff.aot"), "of a former build");
        AotCache made = cache();
        made.make(Duration.ofSeconds(30));
        assertEquals("-XX:AOTCache=" + made.file(), made.flags().getFirst());
        assertEquals(List.of("jars", made.file().getFileName().toString(), made.file().getFileName() + ".crc", "kernel.jar"), appFiles());

        List<String> command = spec.withMoreFlags(made.flags()).command();
        assertTrue(command.indexOf(made.flags().getFirst()) < command.indexOf("-jar"), command.toString());

        Files.writeString(library, "a new library");
        assertEquals(List.of(), cache().flags());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program in java's place is a shell script")
    void damagedCacheIsNotUsed() throws IOException {
        javaIs("echo cache > \"$file\"");
        cache().make(Duration.ofSeconds(30));
        Files.writeString(cache().file(), "cashe\n");
        assertFalse(cache().isCurrent());
        assertEquals(List.of(), cache().flags());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program in java's place is a shell script")
    void failureSaysTheJvmsLastWordsAndIsRemembered() throws IOException {
        javaIs("echo no room; exit 1");
        IOException failure = assertThrows(IOException.class, () -> cache().make(Duration.ofSeconds(30)));
        assertEquals("no room", failure.getMessage());
        assertTrue(cache().hasFailed());
        assertFalse(cache().isCurrent());
        Files.writeString(library, "a new library");
        assertFalse(cache().hasFailed(), "other jars may do better");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program in java's place is a shell script")
    void trainingThatDoesNotEndIsStopped() throws IOException {
        javaIs("echo $$ > " + folder.resolve("pid") + "; exec sleep 1000");
        IOException failure = assertThrows(IOException.class, () -> cache().make(Duration.ofSeconds(1)));
        assertEquals("it took longer than 1 s", failure.getMessage());
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(sleeper -> sleeper.onExit().join());
        assertEquals(List.of("jars", cache().file().getFileName() + ".failed", "kernel.jar"), appFiles());
    }
}
