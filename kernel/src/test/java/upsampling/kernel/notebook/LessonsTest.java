package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every lesson of the course: it keeps the rules, it runs, and what it puts out now means what is stored.
class LessonsTest {
    private static final Path FOLDER = Path.of("..", "notebooks");

    private static List<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    @Test
    void thereAreLessons() throws IOException {
        assertFalse(lessons().isEmpty(), "no notebook in " + FOLDER.toAbsolutePath());
    }

    @TestFactory
    Stream<DynamicNode> everyLesson() throws IOException {
        return lessons().stream().map(file -> {
            Notebook notebook = Notebook.read(file);
            return dynamicContainer(file.getFileName().toString(), List.of(
                dynamicTest("keeps the rules", () -> assertEquals(List.of(), NotebookLint.problems(notebook))),
                dynamicTest("runs, and its outputs mean what is stored", () -> assertRuns(notebook))));
        });
    }

    private static void assertRuns(Notebook notebook) {
        NotebookRunner.Run run = new NotebookRunner(NotebookRunner.CELL_LIMIT, (done, total, cell) -> { }).run(notebook);
        run.failure().ifPresent(f -> {
            throw new AssertionError("cell " + f.cell().number() + ": " + (f.error() == null ? "should raise an error" : String.join("\n", f.error().traceback())));
        });
        assertEquals(notebook.cells().stream().filter(Notebook.Cell::isCode).count(), run.cells().size());
        assertEquals(List.of(), run.differences(), "run ./course run --update after looking at the change");
    }

    /// The comparison must see what a reader would see: in the first lesson's own stored outputs every figure's hash, and every digit of a caption or table.
    @Test
    void aChangeInTheStoredOutputsOfLessonOneIsSeen() {
        Notebook notebook = Notebook.read(FOLDER.resolve("01-pooling.ipynb"));
        int figures = 0;
        int digits = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            String stored = cell.outputs().toString();
            if (stored.contains("data-lu-values=\\\"")) {
                int at = stored.indexOf("data-lu-values=\\\"") + "data-lu-values=\\\"".length();
                assertSeen(cell, stored, at, "the hash of a figure");
                figures++;
            }
            int digit = digitOfCaption(stored);
            if (digit >= 0) {
                assertSeen(cell, stored, digit, "a digit of a caption");
                digits++;
            }
        }
        assertTrue(figures > 5, "only " + figures + " figures were tried");
        assertTrue(digits > 3, "only " + digits + " captions were tried");
    }

    /// Returns where the first digit in the text of a caption stands, or -1.
    private static int digitOfCaption(String stored) {
        int from = stored.indexOf("<figcaption");
        if (from < 0) return -1;
        int end = stored.indexOf("</figcaption>", from);
        for (int i = stored.indexOf("</b>", from) + 4; i < end; i++) if (Character.isDigit(stored.charAt(i))) return i;
        return -1;
    }

    private static void assertSeen(Notebook.Cell cell, String stored, int at, String what) {
        char changed = stored.charAt(at) == '7' ? '8' : '7';
        JsonArray other = JsonParser.parseString(stored.substring(0, at) + changed + stored.substring(at + 1)).getAsJsonArray();
        assertTrue(OutputComparison.difference(cell.outputs(), other).isPresent(), "cell " + cell.number() + ": a change in " + what + " was not seen");
    }
}
