package upsampling.kernel.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSpecTest {
    private static final String FOREIGN = "{\"argv\": [\"java\"], \"display_name\": \"IJava\", \"language\": \"java\"}";

    @TempDir
    Path kernels;

    private final KernelSpec spec = KernelSpec.of(Path.of("jdk with blank"), Path.of("küche", "kernel.jar"));

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private Path foreign() throws IOException {
        Path folder = Files.createDirectories(kernels.resolve("java"));
        return Files.writeString(folder.resolve("kernel.json"), FOREIGN);
    }

    @Test
    void commandStartsTheJarWithAbsolutePathsAndEndsWithTheConnectionFile() {
        List<String> command = spec.withMoreFlags(List.of("-Dmore=1")).command();
        assertTrue(Path.of(command.getFirst()).isAbsolute(), command.getFirst());
        assertTrue(command.containsAll(List.of("-ea", "-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--add-modules",
                "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Dmore=1")), command.toString());
        assertEquals(List.of("-jar", Path.of("küche", "kernel.jar").toAbsolutePath().toString(), "{connection_file}"),
                command.subList(command.size() - 3, command.size()));
    }

    @Test
    void installsIntoAFolderThatDoesNotExistYet() throws IOException {
        Path file = spec.install(kernels.resolve("deep").resolve("kernels"), KernelSpec.NAME, false);
        JsonObject written = read(file);
        assertEquals("Java 25 (upsampling)", written.get("display_name").getAsString());
        assertEquals("java", written.get("language").getAsString());
        assertEquals("message", written.get("interrupt_mode").getAsString());
        assertEquals(spec.command().size(), written.get("argv").getAsJsonArray().size());
        assertTrue(KernelSpec.isOurs(file.getParent()));
    }

    @Test
    void replacesOursAndLeavesNothingElseBehind() throws IOException {
        spec.install(kernels, "java", false);
        Path file = spec.withDisplayName("newer").install(kernels, "java", false);
        assertEquals("newer", read(file).get("display_name").getAsString());
        try (var content = Files.list(file.getParent())) {
            assertEquals(List.of(file), content.toList());
        }
    }

    @Test
    void doesNotOverwriteAnotherKernel() throws IOException {
        Path file = foreign();
        ForeignKernelException refused = assertThrows(ForeignKernelException.class, () -> spec.install(kernels, "java", false));
        assertEquals("a kernel named \"java\" that is not ours is installed in " + file.getParent()
                + "; choose another name, or force to replace it", refused.getMessage());
        assertEquals(FOREIGN, Files.readString(file));
    }

    @Test
    void brokenFileOfAnotherKernelIsNotOurs() throws IOException {
        Files.writeString(foreign(), "{ no json");
        assertThrows(ForeignKernelException.class, () -> spec.install(kernels, "java", false));
    }

    @Test
    void forceReplacesAnotherKernel() throws IOException {
        Path file = foreign();
        assertFalse(KernelSpec.isOurs(file.getParent()));
        spec.install(kernels, "java", true);
        assertTrue(KernelSpec.isOurs(file.getParent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../java", "..", "jävä"})
    void nameThatJupyterRejectsIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> spec.install(kernels, name, true));
    }
}
