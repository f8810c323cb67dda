package upsampling.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

import org.junit.jupiter.api.Test;

import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconception;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.grader.toy.Counting;

/// Where a terminal's report says what: a hint and an input beside a part they are not about would mislead.
class ReportTextTest {
    private static final TaskPlan TASK = LessonPlan.of(Counting.class).task("99.1");
    private static final Misconceptions TABLE = new Misconceptions(List.of(
        new Misconception("99.1", "same", Map.of("large", Outcome.values("", new int[0], new double[] {1e12})))));

    private static TaskResult grade(LongUnaryOperator twice) {
        return new Grading(TABLE, Seed.DEFAULT, null).grade(TASK, new Counting() {
            @Override
            public long twice(long n) {
                return twice.applyAsLong(n);
            }
        }).withSmallest(new Counterexample("twice(0)", "expected 0, but was 1", "0", "1", null, null, 2));
    }

    private static String text(TaskResult result) {
        return new Report(List.of(result), List.of()).toText();
    }

    @Test
    void hintAndSimplestInputStandBelowTheFirstFailedPart() {
        assertEquals("""
            ✗ 99.1     0 of 2  doubles a number
                  ✗ 99.1/small  twice(3)
                    expected 6, but was 7
                    the simplest input found that shows it: twice(0)
                    expected 0, but was 1
                    hint: What is twice a small number?
                  ✗ 99.1/large  twice(1000000000000)
                    expected 2000000000000, but was 1000000000000
            0 of 2 points
            """, text(grade(n -> n == 3 ? 7 : n)));
    }

    @Test
    void aHintAboutTheEndOfTheRunStandsBelowItsReason() {
        TaskResult endless = Scoring.score(TASK, "Endless", List.of(), new Ending(Verdict.TIMEOUT, "more than 10 s"), TABLE);
        assertEquals("""
            ✗ 99.1     0 of 2  doubles a number
                    timeout: more than 10 s
                    hint: Look at each loop: what changes in every round, and which condition ends it?
            0 of 2 points
            """, text(endless));
    }
}
