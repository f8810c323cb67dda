package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import upsampling.grader.Verdict;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Starters;

/// One answer to one task, given by its methods alone. Their first line is line 9 of the file around them, `MyAnswer.java`: tests ask for line numbers.
final class OneAnswer {
    private OneAnswer() { }

    /// Writes the answer into the folder of its lesson, and grades it.
    static TaskResult grade(Path answers, String task, String methods) throws Exception {
        LessonPlan lesson = Lessons.all().stream().filter(plan -> plan.task(task) != null).findFirst().orElseThrow();
        Path folder = Files.createDirectories(answers.resolve(Starters.folderOf(task)));
        Files.writeString(folder.resolve("MyAnswer.java"), """
            package answers.%s;

            import upsampling.tasks.*;
            import upsampling.tensor.*;
            import upsampling.op.*;

            public class MyAnswer implements %s {

            """.formatted(folder.getFileName(), lesson.type().getSimpleName()) + methods + "\n}\n");
        return CheckRun.of(answers).select(task).run().tasks().getFirst();
    }

    /// Asserts that an answer is forbidden, without points, for a reason, and with the hint for forbidden answers.
    static void assertForbidden(TaskResult result, String reason) {
        assertEquals(Verdict.FORBIDDEN, result.verdict(), result.message());
        assertTrue(result.score().isZero());
        assertTrue(result.message().contains(reason), result.message());
        assertEquals(result.id() + "/forbidden", result.hint().id());
    }
}
