package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every lesson of the course: it keeps the rules, it runs, and what it puts out now means what is stored.
///
/// Two classes share the lessons, so that two virtual machines, one for each core, can run them: two lessons in one machine would share its `System.out`.
@Tag("lessons")
abstract class LessonTests {
    static final Path FOLDER = Path.of("..", "notebooks");

    private final int remainder;

    /// @param remainder 0 for the notebooks at even places in the list of their names, 1 for the others
    LessonTests(int remainder) {
        this.remainder = remainder;
    }

    private List<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.filter(f -> f.getFileName().toString().endsWith(".ipynb")).sorted().toList();
            List<Path> half = IntStream.range(0, all.size()).filter(i -> i % 2 == remainder).mapToObj(all::get).toList();
            assertFalse(half.isEmpty(), "only " + all.size() + " notebooks in " + FOLDER.toAbsolutePath());
            return half;
        }
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
}
