package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import upsampling.kernel.spec.AotCache;
import upsampling.kernel.spec.KernelSpec;

/// The kernel in a JVM of its own whose AOT cache is of no use: it must answer all the same, and its log must not frighten anybody.
@Timeout(180)
class UnusableCacheTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    static Path folder;

    private static byte[] ofAnotherProgram;

    enum Damage { MISSING, EMPTY, GARBAGE, TRUNCATED, OF_ANOTHER_PROGRAM }

    @BeforeAll
    static void makeACacheOfAnotherProgram() throws IOException, InterruptedException {
        Path cache = folder.resolve("other.aot");
        new ProcessBuilder(JAVA, "-XX:AOTCacheOutput=" + cache, "-version").redirectErrorStream(true)
                .redirectOutput(folder.resolve("other.log").toFile()).start().waitFor();
        ofAnotherProgram = Files.readAllBytes(cache);
    }

    private Path cache(Damage damage) throws IOException {
        Path cache = folder.resolve(damage + ".aot");
        return switch (damage) {
            case MISSING -> cache;
            case EMPTY -> Files.createFile(cache);
            case GARBAGE -> Files.writeString(cache, "garbage ".repeat(100_000));
            case TRUNCATED -> Files.write(cache, Arrays.copyOf(ofAnotherProgram, ofAnotherProgram.length / 2));
            case OF_ANOTHER_PROGRAM -> Files.write(cache, ofAnotherProgram);
        };
    }

    @ParameterizedTest
    @EnumSource
    void kernelAnswersWithoutAWord(Damage damage) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(KernelSpec.FLAGS);
        command.addAll(AotCache.flags(cache(damage)));
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Kernel.class.getName()));
        Path place = Files.createDirectories(folder.resolve(damage.name()));
        try (Client client = new Client(place, command, Map.of())) {
            client.awaitReady();
            String id = client.execute("6 * 7");
            List<Client.Received> published = client.published(id);
            assertEquals("42", published.stream().filter(message -> message.type().equals("execute_result")).findFirst().orElseThrow()
                    .content().getAsJsonObject("data").get("text/plain").getAsString());
        }
        String log = Files.readString(place.resolve("kernel.log"));
        assertFalse(log.contains("[aot]") || log.contains("[cds]"), log);
    }
}
