package upsampling.solutions.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.TaskResult;
import upsampling.solutions.Solved;

/// The references, one task at a time: what mutation testing (PIT, `./course test --full`) runs on each mutant.
///
/// These tests ask one question only, so that a mutant counts as killed when a graded test sees it, and for no other reason.
final class References {
    /// A task and the object that answers it.
    record Case(TaskPlan task, Object reference) {
        @Override
        public String toString() {
            return task.id();
        }
    }

    private References() { }

    /// Returns every task of every lesson with its reference.
    ///
    /// @param hidden whether the hidden tests grade too
    static List<Case> cases(boolean hidden) throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (Solved solved : Solved.all()) {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            if (hidden) lesson = lesson.withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
            Object reference = solved.references().getFirst().getDeclaredConstructor().newInstance();
            for (TaskPlan task : lesson.tasks()) cases.add(new Case(task, reference));
        }
        return cases;
    }

    static void assertPasses(Case one) {
        TaskResult result = new Grading(Misconceptions.NONE, Seed.DEFAULT, null).grade(one.task, one.reference);
        assertEquals(Verdict.PASS, result.verdict(), result.message());
    }
}
