package upsampling.grader.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import upsampling.grader.SolvedLessons;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.jail.ClassClosure;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.GraderFailure;

/// Before anybody is graded: the starters must get nothing and the reference everything, through the same wall, on this machine. What the reference takes becomes the unit of
/// the time limits.
final class Canary {
    private final UnitGrader grader;
    private final Budgets budgets;

    Canary(UnitGrader grader, Budgets budgets) {
        this.grader = grader;
        this.budgets = budgets;
    }

    /// Tries a lesson.
    ///
    /// @param lesson with its hidden tests
    /// @param starters the templates of its answers
    /// @param solved knows a right answer, or none
    /// @throws GraderFailure unless the starters get 0 points and the reference all of them
    void check(LessonPlan lesson, List<SourceFile> starters, SolvedLessons solved) throws InterruptedException {
        for (TaskRun run : grader.grade(lesson, starters, 0).tasks()) {
            if (run.ending().verdict() != Verdict.NOT_STARTED) throw failed(lesson, run, "the starter of task", "NOT_STARTED");
        }
        List<Class<?>> references = solved.references(lesson.type());
        if (references.isEmpty()) return;
        String reference = references.getFirst().getName();
        Map<String, byte[]> classes = classesOf(references.getFirst());
        try (var host = grader.host(0)) {
            for (TaskPlan task : lesson.tasks()) {
                TaskRun run = host.run(task, reference, reference, classes);
                TaskResult result = Scoring.score(task, run.answer(), run.observed(), run.ending(), Misconceptions.of(lesson.type(), lesson.number()));
                if (!result.score().equals(task.max())) throw failed(lesson, run, "the reference of task", "PASS, but: " + result.message());
                budgets.measured(task.id(), Duration.ofMillis(run.cpuMillis()));
            }
        }
    }

    /// Returns the byte code of an answer on the class path and of its helpers; what the jail has anyway is left out.
    static Map<String, byte[]> classesOf(Class<?> answer) {
        String own = answer.getPackageName().split("\\.lesson")[0].replace('.', '/') + "/"; // such as upsampling/solutions/
        Map<String, byte[]> classes = new TreeMap<>();
        ClassClosure.of(List.of(answer.getName().replace('.', '/'))).forEach((name, bytes) -> {
            if (name.startsWith(own)) classes.put(name.replace('/', '.'), bytes);
        });
        return classes;
    }

    private static GraderFailure failed(LessonPlan lesson, TaskRun run, String who, String expected) {
        return new GraderFailure("grade: nobody is graded, since on this machine %s %s (lesson %s) ended with %s %s; expected was %s"
            .formatted(who, run.task(), lesson.name(), run.ending().verdict(), run.ending().message(), expected));
    }
}
