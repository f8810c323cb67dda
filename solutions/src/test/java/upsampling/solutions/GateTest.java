package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconception;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// The gate that keeps the graders honest: what a correct, an alternative and a known-wrong answer get, and whether the table of misconceptions
/// still says what the known-wrong answers do.
///
/// After a change to tests or wrong answers: `-Dgate.rewrite=true` writes the table anew; look at the difference before it is committed.
class GateTest {
    /// Three seeds; 20 with `-Dcourse.full=true`, which `./course test --full` sets. The further ones are the same in every run.
    private static final List<Seed> SEEDS = seeds(Boolean.getBoolean("course.full") ? 20 : 3);
    private static final Path TABLES = Path.of("..", "exercises", "src", "main", "resources");

    @TestFactory
    Stream<DynamicTest> everyLessonWithTasksIsSolved() {
        return Lessons.all().stream().map(lesson -> DynamicTest.dynamicTest(lesson.name(), () -> {
            Set<Class<?>> solved = new HashSet<>();
            for (Solved one : Solved.all()) solved.add(one.lesson());
            assertTrue(solved.contains(lesson.type()), lesson.name() + " has tasks, so Solved.all() must name it");
        }));
    }

    @TestFactory
    Stream<DynamicTest> correctAnswersGetEveryPointInPublicAndHiddenTests() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Solved solved : Solved.all()) {
            assertTrue(solved.references().size() >= 2, "a lesson needs an alternative solution");
            LessonPlan lesson = full(solved);
            for (Class<?> reference : solved.references()) {
                for (TaskPlan task : lesson.tasks()) {
                    for (Seed seed : SEEDS) {
                        String name = reference.getSimpleName() + " " + task.id() + " seed " + seed.value();
                        tests.add(DynamicTest.dynamicTest(name, () -> assertPasses(lesson, task, reference, grading(solved, seed))));
                    }
                }
            }
        }
        return tests.stream();
    }

    private static void assertPasses(LessonPlan lesson, TaskPlan task, Class<?> reference, Grading grading) {
        assertTrue(lesson.answeredBy(reference).contains(task), reference + " must answer task " + task.id());
        TaskResult result = grading.grade(task, instance(reference));
        assertEquals(Verdict.PASS, result.verdict(), () -> describe(result));
        assertEquals(task.max(), result.score());
        for (PartResult part : result.parts()) assertNotNull(part.observed(), part.id() + " is declared but no test reaches it");
    }

    @TestFactory
    Stream<DynamicTest> everyPublicPartHasAHiddenTwin() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            for (TaskPlan task : full(solved).tasks()) {
                for (TaskPlan.PartPlan part : task.parts()) {
                    long twins = task.tests().stream().filter(test -> test.hidden() && test.parts().contains(part.name())).count();
                    assertTrue(twins >= 1, task.id() + "/" + part.name() + " has no hidden test");
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyKnownWrongAnswerFailsForItsDeclaredReasonWithItsDeclaredHint() {
        return wrong((solved, answer) -> {
            KnownWrong declared = answer.getAnnotation(KnownWrong.class);
            TaskPlan task = LessonPlan.of(solved.lesson()).task(declared.task());
            assertFails(declared, grading(solved, Seed.DEFAULT).grade(task, instance(answer)));
        });
    }

    @TestFactory
    Stream<DynamicTest> aKnownWrongAnswerBehindAnotherClassGetsTheSameHint() {
        return wrong((solved, answer) -> {
            KnownWrong declared = answer.getAnnotation(KnownWrong.class);
            TaskPlan task = LessonPlan.of(solved.lesson()).task(declared.task());
            Object hiddenAnswer = instance(answer);
            Object delegate = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {solved.lesson()}, (_, method, arguments) -> {
                try {
                    return method.invoke(hiddenAnswer, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
            assertFails(declared, grading(solved, Seed.DEFAULT).grade(task, delegate));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyKnownWrongAnswerFailsItsPartInTheHiddenTestsWithAnySeed() {
        return wrong((solved, answer) -> {
            KnownWrong declared = answer.getAnnotation(KnownWrong.class);
            TaskPlan task = full(solved).task(declared.task());
            List<TaskPlan.TestPlan> hidden = task.tests().stream().filter(TaskPlan.TestPlan::hidden).toList();
            var hiddenOnly = new TaskPlan(task.id(), task.method(), task.title(), task.max(), task.parts(), task.hints(), task.uses(), hidden);
            Misconceptions misconceptions = misconceptions(solved);
            for (Seed seed : SEEDS) {
                TaskResult result = new Grading(misconceptions, seed, null).grade(hiddenOnly, instance(answer));
                PartResult part = part(result, declared.part());
                assertEquals(Verdict.WRONG, part.verdict(), () -> "seed " + seed.value() + ": " + describe(result));
                assertEquals("", part.observed().expected(), "a hidden check must not show what it expects");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyHintIsReachedAndEveryTaskHasTwoWrongAnswers() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            Map<String, Integer> answers = new LinkedHashMap<>();
            Set<String> reached = new HashSet<>();
            for (Class<?> wrong : solved.wrong()) {
                KnownWrong declared = wrong.getAnnotation(KnownWrong.class);
                String id = declared.task() + "/" + declared.hint();
                assertTrue(reached.add(id), "two wrong answers declare the hint " + id);
                answers.merge(declared.task(), 1, Integer::sum);
            }
            for (TaskPlan task : LessonPlan.of(solved.lesson()).tasks()) {
                assertTrue(answers.getOrDefault(task.id(), 0) >= 2, "task " + task.id() + " needs two known-wrong answers");
                for (TaskPlan.HintPlan hint : task.hints()) {
                    String id = task.id() + "/" + hint.name();
                    assertTrue(reached.contains(id), "no known-wrong answer reaches the hint " + id);
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> theCommittedTableSaysWhatTheKnownWrongAnswersGive() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            String fresh = table(solved).toJson();
            Path file = TABLES.resolve(solved.lesson().getPackageName().replace('.', '/')).resolve(Misconceptions.fileName(lesson.number()));
            if (Boolean.getBoolean("gate.rewrite")) Files.writeString(file, fresh);
            assertEquals(fresh, Files.readString(file), () -> file + " is out of date; run the gate with -Dgate.rewrite=true and look at what changed");
        }));
    }

    @TestFactory
    Stream<DynamicTest> noTwoMisconceptionsOfATaskLookAlikeOnEveryCheck() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            List<Misconception> all = table(solved).all();
            for (Misconception one : all) {
                for (Misconception other : all) {
                    if (one == other || !one.task().equals(other.task())) continue;
                    assertFalse(one.agreement(other.outcomes()) == other.outcomes().size(),
                        one.name() + " and " + other.name() + " of task " + one.task() + " give the same on every check: no hint can tell them apart");
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatATaskMustNotCallExists() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            for (TaskPlan task : LessonPlan.of(solved.lesson()).tasks()) {
                for (String except : task.uses().except()) {
                    int hash = except.indexOf('#');
                    Class<?> owner = Class.forName(except.substring(0, hash));
                    String name = except.substring(hash + 1);
                    assertTrue(Stream.of(owner.getMethods()).anyMatch(method -> method.getName().equals(name)), except + " does not exist");
                }
            }
        }));
    }

    private static Misconceptions table(Solved solved) {
        List<Misconception> all = new ArrayList<>();
        for (Class<?> wrong : solved.wrong()) {
            KnownWrong declared = wrong.getAnnotation(KnownWrong.class);
            TaskPlan task = LessonPlan.of(solved.lesson()).task(declared.task());
            TaskResult result = new Grading(Misconceptions.NONE, Seed.DEFAULT, null).grade(task, instance(wrong));
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            for (int i = 0; i < result.parts().size(); i++) outcomes.put(task.parts().get(i).name(), result.parts().get(i).observed().outcome());
            all.add(new Misconception(declared.task(), declared.hint(), outcomes));
        }
        return new Misconceptions(all);
    }

    private static void assertFails(KnownWrong declared, TaskResult result) {
        PartResult part = part(result, declared.part());
        assertEquals(Verdict.WRONG, part.verdict(), () -> describe(result));
        assertEquals(declared.expected(), part.observed().expected(), () -> describe(result));
        assertEquals(declared.actual(), part.observed().actual(), () -> describe(result));
        assertTrue(result.score().compareTo(result.max()) < 0, () -> describe(result));
        String hint = declared.task() + "/" + declared.hint();
        assertEquals(hint, part.hint().id(), () -> "hint of the part: " + describe(result));
        assertEquals(hint, result.hint().id(), () -> "hint of the task: " + describe(result));
    }

    private static PartResult part(TaskResult result, String name) {
        return result.parts().stream().filter(part -> part.id().equals(result.id() + "/" + name)).findFirst().orElseThrow();
    }

    private interface WrongCheck {
        void run(Solved solved, Class<?> answer) throws Exception;
    }

    private static Stream<DynamicTest> wrong(WrongCheck check) {
        return Solved.all().stream().flatMap(solved -> solved.wrong().stream()
            .map(answer -> DynamicTest.dynamicTest(answer.getSimpleName(), () -> check.run(solved, answer))));
    }

    private static LessonPlan full(Solved solved) {
        return LessonPlan.of(solved.lesson()).withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
    }

    private static Grading grading(Solved solved, Seed seed) {
        return new Grading(misconceptions(solved), seed, null);
    }

    private static Misconceptions misconceptions(Solved solved) {
        LessonPlan lesson = LessonPlan.of(solved.lesson());
        return Misconceptions.of(lesson.type(), lesson.number());
    }

    private static List<Seed> seeds(int count) {
        List<Seed> seeds = new ArrayList<>(List.of(Seed.DEFAULT, new Seed(7), new Seed(20_260_917)));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
        while (seeds.size() < count) seeds.add(new Seed(random.nextLong()));
        return seeds;
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without arguments", e);
        }
    }

    private static String describe(TaskResult result) {
        return result.verdict() + " " + result.score() + " of " + result.max() + ": " + result.message() + "; hint " + result.hint();
    }
}
