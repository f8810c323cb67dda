package upsampling.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.intake.Origin;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Report;

/// A file that cannot be tried ends behind the wall as it does on the learner's own machine, and never without a word.
class UnusableFilesTest {
    private static final String NAME = "MyConvMacs.java";
    private static final LessonPlan LESSON = Lessons.all().getFirst();

    @TempDir
    static Path folder;

    @AutoClose
    private static TestWall wall;

    @BeforeAll
    static void raise() throws Exception {
        wall = new TestWall(folder, new Budgets());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x", "", "// nothing yet", "}}}", "\\u000", "package answers.lesson01;", "package answers.lesson01; class", "package answers.lesson01; class MyConvMacs {",
        "package answers.lesson01; class MyConvMacs { }", "class MyConvMacs { }", "package other; class MyConvMacs { }", "package answers.lesson01; interface Pooling { }",
        "package answers.lesson01; abstract class MyConvMacs implements upsampling.tasks.Pooling { }", "package java.util; class MyConvMacs { }",
        "package answers.lesson01; class MyConvMacs implements upsampling.tasks.Pooling { public long convMacs() { return 0 } }", "void main() { }"
    })
    void endsAsOnTheLearnersMachine(String text) throws Exception {
        Path answers = Files.createTempDirectory(folder, "answers");
        Files.writeString(Files.createDirectory(answers.resolve("lesson01")).resolve(NAME), text);
        Report direct = CheckRun.of(answers).run();
        UnitResult unit = wall.grader.grade(LESSON, List.of(new SourceFile(1, NAME, text.getBytes(StandardCharsets.UTF_8), new Origin.JavaFile(NAME))), 0);
        assertEquals(direct.remarks(), unit.remarks());
        boolean isSaid = !unit.remarks().isEmpty();
        for (TaskRun run : unit.tasks()) {
            TaskResult here = direct.tasks().stream().filter(one -> one.id().equals(run.task())).findFirst().orElse(null);
            TaskResult there = Scoring.score(LESSON.task(run.task()), run.answer(), run.observed(), run.ending(), Misconceptions.of(LESSON.type(), 1));
            boolean isMissing = there.verdict() == Verdict.MISSING; // who works on it has not started it yet
            String expected = isMissing ? Verdict.NOT_STARTED + " " : there.verdict() + " " + there.message();
            if (here != null) assertEquals(expected, here.verdict() + " " + here.message(), () -> "task " + run.task());
            isSaid |= !isMissing;
        }
        assertTrue(isSaid, "nobody is told that the file does not count");
    }
}
