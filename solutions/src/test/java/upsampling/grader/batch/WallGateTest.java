package upsampling.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.solutions.KnownWrong;
import upsampling.solutions.Solved;

/// An answer gets the same points, messages and hints behind the wall as in the virtual machine of the tests: right answers, and known-wrong ones with theirs.
///
/// Lessons 1 and 5, whose answers give every kind of type back; all lessons with `-Dcourse.full=true`, which `./course test --full` sets.
class WallGateTest {
    private static final List<Integer> FEW = List.of(1, 5);

    @TempDir
    static Path folder;

    @AutoClose
    private static TestWall wall;

    @BeforeAll
    static void raise() throws Exception {
        wall = new TestWall(folder, new Budgets());
    }

    @TestFactory
    Stream<DynamicTest> rightAndWrongAnswersGetTheSameBehindTheWall() {
        boolean isFull = Boolean.getBoolean("course.full");
        return Solved.all().stream().filter(solved -> isFull || FEW.contains(LessonPlan.of(solved.lesson()).number())).map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            LessonPlan lesson = LessonPlan.of(solved.lesson()).withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
            try (var host = wall.grader.host(0)) {
                for (Class<?> reference : solved.references()) {
                    for (TaskPlan task : lesson.tasks()) assertSame(lesson, task, reference, host);
                }
                for (Class<?> wrong : solved.wrong()) assertSame(lesson, lesson.task(wrong.getAnnotation(KnownWrong.class).task()), wrong, host);
            }
        }));
    }

    private static void assertSame(LessonPlan lesson, TaskPlan task, Class<?> answer, UnitGrader.Host host) throws Exception {
        Misconceptions misconceptions = Misconceptions.of(lesson.type(), lesson.number());
        var constructor = answer.getDeclaredConstructor();
        constructor.setAccessible(true);
        TaskResult here = new Grading(misconceptions, Seed.DEFAULT, Duration.ofSeconds(10)).grade(task, constructor.newInstance());
        TaskRun run = host.run(task, answer.getTypeName(), answer.getName(), Canary.classesOf(answer));
        TaskResult there = Scoring.score(task, run.answer(), run.observed(), run.ending(), misconceptions);
        assertEquals(text(here), text(there), () -> answer + ", task " + task.id());
    }

    private static List<String> text(TaskResult result) {
        List<String> lines = new ArrayList<>(List.of(result.verdict() + " " + result.score() + " " + result.message() + " " + result.hint()));
        for (PartResult part : result.parts()) {
            lines.add(part.id() + " " + part.verdict() + " " + part.hint() + (part.observed() == null ? "" : " " + part.observed().call() + ": " + part.observed().message()));
        }
        return lines;
    }
}
