package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.engine.Engine;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Observed;
import upsampling.grader.shrink.FailedCall;
import upsampling.grader.shrink.Oracles;
import upsampling.grader.shrink.Shrinker;
import upsampling.solutions.lesson01.wrong.AddsStrides;
import upsampling.solutions.lesson01.wrong.IgnoresBatch;
import upsampling.solutions.lesson01.wrong.IgnoresNaN;
import upsampling.solutions.lesson01.wrong.Overwrites;
import upsampling.solutions.lesson01.wrong.TruncatingDivision;
import upsampling.solutions.lesson01.wrong.ZeroPadding;

/// The smallest counterexample of every known-wrong answer: there is one, it is small, and only the wrong answer fails on it.
class CounterexampleTest {
    /// Longer ones are read by nobody. A picture, a kernel, a bias and a window take the most.
    private static final int MOST_CHARACTERS = 180;
    /// What a few of them must come to.
    private static final Map<Class<?>, String> CALLS = Map.of(
        ZeroPadding.class, "maxPool2d(Tensor.image(new double[][] {{-1}}), Window.of(2).withPadding(1))",
        TruncatingDivision.class, "outputSize(1, Window.of(2).withStride(2), false)",
        IgnoresNaN.class, "maxPool2d(Tensor.image(new double[][] {{Double.NaN}}), Window.of(1))",
        IgnoresBatch.class, "maxPool2d(Tensor.of(Shape.of(2, 1, 1, 1), 0, 1), Window.of(1))",
        Overwrites.class, "maxPool2dBackward(Tensor.image(new double[][] {{1, 0}}), new int[] {0, 0}, 1, 1)",
        AddsStrides.class, "receptiveField(new Window[] {Window.of(1), Window.of(2)})");

    /// What became of the failed call of a known-wrong answer.
    private record Search(FailedCall smallest, List<Counterexample> found) { }

    @TestFactory
    Stream<DynamicTest> everyKnownWrongAnswerHasASmallCounterexample() {
        return wrong((solved, type) -> {
            Search search = search(solved, type);
            Counterexample last = search.found.getLast();
            assertTrue(last.call().length() <= MOST_CHARACTERS, last.call());
            assertEquals(search.found.size() - 1, last.steps());
            if (CALLS.containsKey(type)) assertEquals(CALLS.get(type), last.call());
        });
    }

    @TestFactory
    Stream<DynamicTest> theReferencesAreRightOnEveryCounterexample() {
        return wrong((solved, type) -> {
            Search search = search(solved, type);
            for (Class<?> reference : solved.references()) {
                assertNull(Shrinker.shrink(search.smallest, instance(reference), Oracles.of(solved.lesson()),
                    found -> fail(reference.getSimpleName() + " on " + found.call() + ": " + found.message())));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theSameAnswerGetsTheSameCounterexampleAgain() {
        return wrong((solved, type) -> assertEquals(search(solved, type).found.getLast().call(), search(solved, type).found.getLast().call()));
    }

    @TestFactory
    Stream<DynamicTest> theOraclePassesEveryTestPublicAndHidden() {
        return Solved.all().stream().flatMap(solved -> {
            LessonPlan lesson = LessonPlan.of(solved.lesson()).withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
            return lesson.tasks().stream().map(task -> DynamicTest.dynamicTest(task.id(), () -> {
                List<Observed> observed = new ArrayList<>();
                Engine.Run run = Engine.run(task, Oracles.of(solved.lesson()), Seed.DEFAULT, observed::add);
                assertTrue(run.ending().finished(), run.ending().message());
                for (Observed one : observed) assertEquals(Verdict.PASS, one.verdict(), () -> one.part() + ": " + one.message());
            }));
        });
    }

    private static Search search(Solved solved, Class<?> type) throws ReflectiveOperationException {
        Object answer = instance(type);
        TaskPlan task = LessonPlan.of(solved.lesson()).task(type.getAnnotation(KnownWrong.class).task());
        FailedCall failed = Engine.run(task, answer, Seed.DEFAULT, _ -> { }).failed();
        assertNotNull(failed, "the call that failed");
        List<Counterexample> found = new ArrayList<>();
        FailedCall smallest = Shrinker.shrink(failed, answer, Oracles.of(solved.lesson()), found::add);
        assertNotNull(smallest, "no counterexample");
        return new Search(smallest, found);
    }

    private interface WrongCheck {
        void run(Solved solved, Class<?> answer) throws Exception;
    }

    private static Stream<DynamicTest> wrong(WrongCheck check) {
        return Solved.all().stream().flatMap(solved -> solved.wrong().stream()
            .map(answer -> DynamicTest.dynamicTest(answer.getSimpleName(), () -> check.run(solved, answer))));
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        return type.getDeclaredConstructor().newInstance();
    }
}
