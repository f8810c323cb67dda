package upsampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A class points to the lesson that teaches it. The lesson exists in `notebooks`, or it is planned below.
class NotebookNamesTest {
    private static final Path SOURCES = Path.of("src/main/java/upsampling");
    private static final Path NOTEBOOKS = Path.of("../notebooks");
    private static final Pattern NAME = Pattern.compile("\\b\\d\\d-[a-z-]+\\.ipynb");

    /// Lessons of the syllabus that are not written yet.
    private static final Set<String> PLANNED = Set.of("10-gan.ipynb", "11-unet.ipynb", "12-vae.ipynb", "13-channels.ipynb", "14-conservation.ipynb");

    private static boolean isKnown(String notebook) {
        return Files.exists(NOTEBOOKS.resolve(notebook)) || PLANNED.contains(notebook);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void everyNotebookThatJavadocNamesExistsOrIsPlanned() throws IOException {
        List<String> unknown = new ArrayList<>();
        int named = 0;
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                for (String name : names(Files.readString(path))) {
                    named++;
                    if (!isKnown(name)) unknown.add(path.getFileName() + " names " + name);
                }
            }
        }
        assertTrue(named > 30, "only " + named + " names were found");
        assertEquals("", String.join("\n", unknown));
    }

    @Test
    void aWrongNameIsFound() {
        assertEquals(List.of("04-stamps.ipynb"), names("/// Notebook: `04-stamps.ipynb`."));
        assertFalse(isKnown("04-stamps.ipynb"));
        assertTrue(isKnown("01-pooling.ipynb"));
    }
}
