package upsampling.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.engine.SubjectExtension;
import upsampling.grader.hint.Misconception;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;
import upsampling.grader.toy.Counting;

/// Points, verdicts and hints on a toy lesson: what is observed in each part, and what becomes of it.
class GradingTest {
    private static final LessonPlan LESSON = LessonPlan.of(Counting.class);
    private static final Misconceptions TABLE = new Misconceptions(List.of(
        new Misconception("99.1", "same", Map.of("small", value(3), "large", value(1e12))),
        new Misconception("99.1", "squares", Map.of("small", value(9), "large", value(1e24)))));

    private static Outcome value(double value) {
        return Outcome.values("", new int[0], new double[] {value});
    }

    private static TaskResult grade(LongUnaryOperator twice) {
        return grade(twice, null);
    }

    private static TaskResult grade(LongUnaryOperator twice, Duration limit) {
        return new Grading(TABLE, Seed.DEFAULT, limit).grade(LESSON.task("99.1"), new Counting() {
            @Override
            public long twice(long n) {
                return twice.applyAsLong(n);
            }
        });
    }

    @Test
    void everyPartHoldsForARightAnswer() {
        TaskResult result = grade(n -> n + n);
        assertEquals(Verdict.PASS, result.verdict());
        assertEquals("2", result.score().toString());
        assertNull(result.hint());
    }

    @Test
    void partsShareThePointsByTheirWeights() {
        TaskResult result = grade(n -> n == 3 ? 6 : 0);
        assertEquals(Verdict.PARTIAL, result.verdict());
        assertEquals("0.67", result.score().toString());
        assertEquals("twice(1000000000000): expected 2000000000000, but was 0", result.message().replaceAll("n (?=\\d)", ""));
    }

    @Test
    void aKnownMistakeGetsItsHint() {
        TaskResult result = grade(n -> n * n);
        assertEquals(Verdict.WRONG, result.verdict());
        assertEquals("99.1/squares", result.hint().id());
        assertEquals("Twice is n + n, not n * n.", result.hint().text());
    }

    @Test
    void anUnknownMistakeGetsTheQuestionOfItsPart() {
        TaskResult result = grade(n -> n - 1);
        assertEquals("99.1/small", result.hint().id());
    }

    @Test
    void aMistakeOfOnePartIsRecognisedBesideAnother() {
        TaskResult result = grade(n -> n == 3 ? 3 : 7);
        assertEquals("99.1/same", result.parts().get(0).hint().id());
        assertEquals("99.1/large", result.parts().get(1).hint().id());
    }

    @Test
    void theHintOfTheTaskIsThatOfTheFirstPartThatFails() {
        TaskResult result = grade(n -> n == 3 ? 7 : n); // the second part looks like a known mistake, the first one does not
        assertEquals("99.1/same", result.parts().get(1).hint().id());
        assertEquals("99.1/small", result.hint().id());
    }

    @Test
    void aFailedPartDoesNotStopTheNext() {
        TaskResult result = grade(n -> {
            if (n == 3) throw new IllegalStateException("no threes");
            return 2 * n;
        });
        assertEquals(Verdict.EXCEPTION, result.verdict());
        assertEquals("1.33", result.score().toString());
        assertTrue(result.message().contains(": The answer threw IllegalStateException: no threes, at GradingTest.java:"), result.message());
    }

    @Test
    void theStubOfTheTaskIsNotStarted() {
        TaskResult result = grade(n -> {
            if (n == 3) return 6;
            throw new UnsupportedOperationException("Task 99.1: go on");
        });
        assertEquals(Verdict.NOT_STARTED, result.verdict());
        assertTrue(result.score().isZero());
        assertNull(result.hint());
    }

    @Test
    void theStubOfAnotherTaskOrAnotherUnsupportedOperationIsNot() {
        assertEquals(Verdict.EXCEPTION, grade(_ -> {
            throw new UnsupportedOperationException("Task 99.10: another");
        }).verdict());
        assertEquals(Verdict.EXCEPTION, grade(_ -> {
            throw new UnsupportedOperationException();
        }).verdict());
    }

    @Test
    void anAnswerThatWaitsTooLongIsInterruptedAndKeepsWhatItReached() {
        var interrupted = new CountDownLatch(1);
        TaskResult result = grade(n -> {
            if (n == 3) return 6;
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return 0;
        }, Duration.ofMillis(500));
        assertEquals(Verdict.TIMEOUT, result.verdict());
        assertEquals("0.67", result.score().toString());
        assertTrue(result.message().startsWith("The answer did not end within 0.5 s"), result.message());
        assertEquals(0, interrupted.getCount());
    }

    @Test
    void aLoopThatIgnoresTheInterruptIsLeftAndSaid() {
        var stop = new AtomicBoolean();
        TaskResult result = grade(_ -> {
            while (!stop.get()) Thread.onSpinWait();
            return 0;
        }, Duration.ofMillis(200));
        stop.set(true);
        assertEquals(Verdict.TIMEOUT, result.verdict());
        assertTrue(result.message().contains("still running: interrupt or restart the kernel"), result.message());
    }

    @Test
    void anInterruptedCallerStopsTheAnswerAndStaysInterrupted() throws InterruptedException {
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var flag = new AtomicBoolean();
        var caller = new Thread(() -> {
            grade(_ -> {
                started.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    stopped.countDown();
                }
                return 0;
            }, Duration.ofMinutes(1));
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        assertTrue(started.await(30, TimeUnit.SECONDS));
        caller.interrupt();
        assertTrue(stopped.await(30, TimeUnit.SECONDS), "the answer's thread must be interrupted");
        caller.join(30_000);
        assertTrue(flag.get(), "the cell must see that it was interrupted");
    }

    @Test
    void pointsAndPartsAreKnownBeforeAnyAnswerRuns() {
        TaskPlan task = LESSON.task("99.1");
        assertEquals("2", task.max().toString());
        assertEquals(List.of("small", "large"), task.parts().stream().map(TaskPlan.PartPlan::name).toList());
        assertEquals("1.33", task.parts().get(1).points().toString());
    }

    /// A second test of task 99.1 that is stricter about small numbers.
    @ExtendWith(SubjectExtension.class)
    static final class Hidden {
        @Test
        @Task("99.1")
        @Part("small")
        @DisplayName("doubles drawn numbers")
        void doubles(Counting counting, Parts parts, Seed seed) {
            long n = seed.random("small").nextInt(4, 9);
            parts.check("small", () -> Expect.number("", 2 * n, counting.twice(n)));
        }
    }

    @Test
    void aPartCountsOnlyWhenItsHiddenCheckHoldsTooAndTheHiddenValueIsNotShown() {
        TaskPlan task = LESSON.withHidden(Hidden.class).task("99.1");
        assertEquals("2", task.max().toString());
        TaskResult hardCoded = new Grading(TABLE, new Seed(1), null).grade(task, new Counting() {
            @Override
            public long twice(long n) {
                return n == 3 ? 6 : n > 1000 ? 2 * n : -1;
            }
        });
        PartResult small = hardCoded.parts().getFirst();
        assertEquals(Verdict.WRONG, small.verdict());
        assertEquals("a check with other inputs does not hold", small.observed().message());
        assertEquals("", small.observed().expected());
        assertNotNull(small.hint());
        assertEquals("1.33", hardCoded.score().toString());
    }

    /// A test that is wrong itself.
    @ExtendWith(SubjectExtension.class)
    static final class Broken {
        @Test
        @Task("99.1")
        @Part("small")
        @DisplayName("is broken")
        void isBroken(Counting counting, Parts parts) {
            parts.check("small", () -> Expect.number("", 6, counting.twice(3)));
            parts.check("undeclared", () -> { });
        }
    }

    @Test
    void aFaultOfTheGraderIsNeverAZero() {
        TaskResult result = new Grading(TABLE, Seed.DEFAULT, null).grade(LESSON.withHidden(Broken.class).task("99.1"), new Counting() {
            @Override
            public long twice(long n) {
                return n + n;
            }
        });
        assertEquals(Verdict.UNGRADED, result.verdict());
        assertTrue(result.message().contains("99.1/undeclared is not declared"), result.message());
    }
}
