package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.kernel.notebook.Notebook;

/// What the README says twice it says alike.
class ReadmeTest {
    private static final String README = text("README.md");

    private static String text(String file) {
        try {
            return Files.readString(Path.of("..").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReadmeHasARowForEachLessonWithTheTimeThatTheLessonSays() throws IOException {
        for (LessonFiles.Lesson lesson : LessonFiles.in(Path.of("..", "notebooks"))) {
            Matcher time = Pattern.compile("\\*\\*Time\\*\\* \\| (\\d+) minutes").matcher(Notebook.read(lesson.file()).cells().getFirst().source());
            assertTrue(time.find(), lesson + " says its time at the top");
            Matcher row = Pattern.compile("(?m)^\\| " + lesson.number() + " \\| .*" + Pattern.quote(lesson + ".ipynb") + ".* \\| (\\d+) min \\|$").matcher(README);
            assertTrue(row.find(), "the README has a row for " + lesson);
            assertEquals(time.group(1), row.group(1), "minutes of " + lesson + " in the README");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"| ms: median", "| test | java"})
    void theKernelsTablesAreThoseOfItsDocumentation(String head) {
        List<String> table = table(README, head);
        assertTrue(table.size() > 5, table.toString());
        assertEquals(table(text("docs/kernel.md"), head), table);
    }

    private static List<String> table(String text, String head) {
        return text.lines().dropWhile(line -> !line.startsWith(head)).takeWhile(line -> line.startsWith("|")).toList();
    }
}
