package upsampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Size is budgeted by the build: a source file holds one idea and stays under 300 lines. The limit is soft: a file that is better whole is
/// entered below, with its own limit and the reason.
class FileSizeTest {
    private static final int LIMIT = 300;

    /// File name -> its own limit. Add a comment with the reason to every entry.
    private static final Map<String, Integer> EXCEPTIONS = Map.of();

    private static int limit(Path file) {
        return EXCEPTIONS.getOrDefault(file.getFileName().toString(), LIMIT);
    }

    /// Returns the Java main sources of every module beside this one.
    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."), Files::isDirectory)) {
            for (Path module : modules) {
                Path main = module.resolve("src/main/java");
                if (!Files.isDirectory(main)) continue;
                try (Stream<Path> files = Files.walk(main)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    @Test
    void everySourceFileHoldsOneIdea() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> sources = mainSources();
        for (Path file : sources) {
            long lines = lines(file);
            if (lines > limit(file)) tooLong.add("%s has %d lines, at most %d are allowed: split it by idea".formatted(file, lines, limit(file)));
        }
        assertTrue(sources.stream().anyMatch(file -> file.endsWith("upsampling/tensor/Window.java")), "lib itself was not read: " + sources.size());
        assertEquals("", String.join("\n", tooLong));
    }

    @Test
    void noExceptionIsLeftOver() throws IOException {
        List<Path> sources = mainSources();
        for (Map.Entry<String, Integer> exception : EXCEPTIONS.entrySet()) {
            boolean isNeeded = false;
            for (Path file : sources) {
                isNeeded |= file.getFileName().toString().equals(exception.getKey()) && lines(file) > LIMIT;
            }
            assertTrue(isNeeded, exception.getKey() + " needs no exception any more");
        }
    }
}
