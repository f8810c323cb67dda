package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An engine that trains networks fits on ten pages: `autograd` and `nn` have together less than 600 lines of code. Blank lines and comments do not
/// count, imports do.
class SizeTest {
    private static final int LIMIT = 600;

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.strip().startsWith("//");
    }

    @Test
    void theEngineStaysSmall() throws IOException {
        long lines = 0;
        for (String name : List.of("autograd", "nn")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/upsampling", name))) {
                for (Path file : files.toList()) lines += Files.readAllLines(file).stream().filter(SizeTest::isCode).count();
            }
        }
        assertTrue(lines > 300, "only " + lines + " lines were read");
        assertTrue(lines < LIMIT, lines + " lines of code, fewer than " + LIMIT + " are allowed");
    }
}
