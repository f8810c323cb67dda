package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Report;
import upsampling.grader.run.Starters;

/// Starters compile, are worth nothing, and there is exactly one for each task.
class StartersTest {
    private static final Path TEMPLATES = Path.of("..", "exercises", "starters");
    private static final Path SOURCES = Path.of("..", "exercises", "src", "main", "java");

    @TempDir
    Path answers;

    @Test
    void startersCompileAndEveryTestIsNotStarted() throws Exception {
        for (LessonPlan lesson : Lessons.all()) {
            for (TaskPlan task : lesson.tasks()) {
                Path answer = answers.resolve(Starters.nameOf(lesson, task));
                Files.createDirectories(answer.getParent());
                Files.copy(TEMPLATES.resolve(Starters.nameOf(lesson, task)), answer);
            }
        }
        Report report = CheckRun.of(answers).run();
        assertEquals(List.of(), report.remarks());
        assertTrue(report.score().isZero());
        for (TaskResult task : report.tasks()) {
            assertEquals(Verdict.NOT_STARTED, task.verdict(), task.id() + ": " + task.message());
            assertTrue(task.answer().startsWith("My"), "task " + task.id() + " has no starter that compiles");
            assertTrue(task.message().startsWith("Task " + task.id() + ":"), "the stub of " + task.id() + " says: " + task.message());
        }
    }

    @Test
    void everyTaskHasAStarterWithATodoAndThereAreNoOthers() throws Exception {
        for (LessonPlan lesson : Lessons.all()) {
            List<String> wanted = lesson.tasks().stream().map(task -> Starters.nameOf(lesson, task)).sorted().toList();
            String folder = wanted.getFirst().substring(0, wanted.getFirst().indexOf('/'));
            try (Stream<Path> files = Files.list(TEMPLATES.resolve(folder))) {
                assertEquals(wanted, files.map(file -> folder + "/" + file.getFileName()).sorted().toList());
            }
            for (TaskPlan task : lesson.tasks()) {
                String text = Files.readString(TEMPLATES.resolve(Starters.nameOf(lesson, task)));
                assertTrue(text.contains("// TODO "), "the starter of " + task.id() + " needs a TODO");
                boolean makesTensors = text.contains("import upsampling.tensor.Tensor;");
                assertTrue(!makesTensors || text.contains("import upsampling.tensor.Shape;"), "who makes a tensor in " + task.id() + " needs Shape.of");
                assertTrue(text.contains("Task " + task.id() + ":"), "the starter of " + task.id() + " must name its task");
            }
        }
    }

    @Test
    void theTextOfEveryTaskSaysWhatOfTheLibraryItMayUse() throws Exception {
        for (LessonPlan lesson : Lessons.all()) {
            String source = Files.readString(SOURCES.resolve(lesson.type().getName().replace('.', '/') + ".java"));
            for (TaskPlan task : lesson.tasks()) {
                int from = source.indexOf("/// Task " + task.id() + " ");
                String text = source.substring(from, source.indexOf("@Task(\"" + task.id() + "\")", from));
                assertTrue(text.contains("Use `" + task.uses().allowed().getFirst() + "`"), "the text of task " + task.id() + " must say what may be used");
                for (String except : task.uses().except()) {
                    String name = except.substring(except.lastIndexOf('.') + 1).replace('#', '.');
                    assertTrue(text.contains("not `" + name + "`"), "the text of task " + task.id() + " must say that " + name + " may not be used");
                }
            }
        }
    }
}
