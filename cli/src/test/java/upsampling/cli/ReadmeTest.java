package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Fraction;
import upsampling.kernel.notebook.Cover;
import upsampling.kernel.notebook.Notebook;

/// What the README says of lessons, tasks and figures is so, and what it says twice it says alike.
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
        for (LessonFiles.Lesson lesson : lessons()) {
            Matcher time = Pattern.compile("\\*\\*Time\\*\\* \\| (\\d+) minutes").matcher(Notebook.read(lesson.file()).cells().getFirst().source());
            assertTrue(time.find(), lesson + " says its time at the top");
            assertEquals(time.group(1) + " min", columns(lesson).get(4), "reading time of " + lesson + " in the README");
            assertTrue(columns(lesson).get(5).matches("\\d+ s"), "seconds of " + lesson + " in the README");
        }
    }

    @Test
    void theReadmeSaysHowManyTasksAndPointsALessonHas() {
        for (LessonPlan plan : Lessons.all()) {
            List<String> row = columns(lessons().get(plan.number()));
            Fraction points = plan.tasks().stream().map(TaskPlan::max).reduce(Fraction.ZERO, Fraction::plus);
            assertEquals(plan.tasks().size() + " tasks, " + points + " points", row.get(3), "lesson " + plan.number());
        }
    }

    @Test
    void theReadmeShowsForEachLessonTheFigureThatTheLessonStores() throws IOException {
        for (LessonFiles.Lesson lesson : lessons()) {
            Cover cover = Cover.of(Notebook.read(lesson.file())).orElseThrow(() -> new AssertionError(lesson + " has no cell with the tag " + Cover.TAG));
            Path picture = Path.of("docs").resolve(lesson.cover());
            assertArrayEquals(cover.png(), Files.readAllBytes(Path.of("..").resolve(picture)), picture + " is not the stored figure: ./course run --update writes it");
            String image = "<img src=\"" + picture.toString().replace('\\', '/') + "\" width=\"150\" alt=\"" + cover.alt() + "\">";
            assertEquals(image, columns(lesson).get(1), "figure of " + lesson + " in the README");
        }
    }

    private static List<LessonFiles.Lesson> lessons() {
        return LessonFiles.in(Path.of("..", "notebooks"));
    }

    /// The columns of a lesson's row: lesson, figure, goal, tasks, reading time, computing time.
    private static List<String> columns(LessonFiles.Lesson lesson) {
        String start = "| [" + lesson.number() + " · ";
        String row = README.lines().filter(line -> line.startsWith(start) && line.contains("(notebooks/" + lesson + ".ipynb)")).findFirst()
            .orElseThrow(() -> new AssertionError("the README has no row that begins with \"" + start + "\" and links " + lesson));
        return Stream.of(row.split("\\|")).skip(1).map(String::strip).toList();
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
