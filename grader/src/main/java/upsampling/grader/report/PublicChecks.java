package upsampling.grader.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import upsampling.grader.Verdict;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;

/// What was seen, as if there were no hidden tests: for a student who is not to know yet how those went.
final class PublicChecks {
    private PublicChecks() { }

    /// @param lesson with its hidden tests
    static UnitResult of(LessonPlan lesson, UnitResult unit) {
        List<TaskRun> runs = new ArrayList<>();
        for (TaskRun run : unit.tasks()) {
            TaskPlan task = lesson.task(run.task());
            runs.add(task == null || !hasHidden(task) ? run : of(task, run));
        }
        return new UnitResult(unit.lesson(), List.copyOf(runs), unit.remarks(), unit.compileMillis());
    }

    static boolean hasHidden(TaskPlan task) {
        return task.tests().stream().anyMatch(TaskPlan.TestPlan::hidden);
    }

    /// The public tests run first, and each part stands in one of them; so the first observation of a part is theirs. When they have reached all their parts, a run that was cut
    /// off was so in a hidden test. What was printed is not kept by test, and may show hidden inputs: it is left out.
    private static TaskRun of(TaskPlan task, TaskRun run) {
        List<Observed> seen = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        for (Observed one : run.observed()) {
            if (one.isHidden()) continue;
            boolean isFirst = reached.add(one.part());
            if (isFirst || !one.verdict().passed()) seen.add(one); // a later one that fails is the call that was repeated
        }
        boolean isComplete = task.tests().stream().filter(test -> !test.hidden()).allMatch(test -> reached.containsAll(test.parts()));
        Ending ending = isComplete && run.ending().verdict() != Verdict.UNGRADED ? Ending.FINISHED : run.ending();
        return new TaskRun(run.task(), run.answer(), List.copyOf(seen), ending, Output.NONE, run.cpuMillis());
    }
}
