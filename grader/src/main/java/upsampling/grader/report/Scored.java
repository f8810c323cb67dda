package upsampling.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import upsampling.grader.Verdict;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;

/// A submission with its points. They are added up here, from what was seen; nothing runs for it.
///
/// @param submission what is known of it
/// @param tasks every task of the lessons that were asked for, answered or not
/// @param remarks of the intake and of the grader, a sentence each
/// @param cpuMillis processor time of the compiler and of the answers
public record Scored(Graded submission, List<TaskResult> tasks, List<String> remarks, long cpuMillis) {

    /// Adds up the points.
    ///
    /// @param lessons those that were asked for, with their hidden tests
    /// @param units what was seen, by lesson; nothing for a lesson without an answer
    public static Scored of(Graded submission, List<LessonPlan> lessons, Map<Integer, UnitResult> units) {
        List<TaskResult> tasks = new ArrayList<>();
        List<String> remarks = new ArrayList<>(submission.remarks());
        long time = 0;
        for (LessonPlan lesson : lessons) {
            UnitResult unit = units.get(lesson.number());
            Misconceptions misconceptions = Misconceptions.of(lesson.type(), lesson.number());
            for (TaskPlan task : lesson.tasks()) {
                TaskRun run = unit == null ? null : unit.tasks().stream().filter(one -> one.task().equals(task.id())).findFirst().orElse(null);
                if (run == null) {
                    tasks.add(Scoring.score(task, "", List.of(), new Ending(Verdict.MISSING, "There is no answer to this task"), misconceptions));
                    continue;
                }
                tasks.add(Scoring.score(task, run.answer(), run.observed(), run.ending(), misconceptions).withOutput(run.output()));
                time += run.cpuMillis();
            }
            if (unit != null) {
                remarks.addAll(unit.remarks());
                time += unit.compileMillis();
            }
        }
        return new Scored(submission, List.copyOf(tasks), List.copyOf(remarks), time);
    }

    /// Whether there is a number: the submission could be read, and the grader could do its work.
    public boolean hasScore() {
        return !submission.intake().equals("REJECTED") && tasks.stream().noneMatch(task -> task.verdict() == Verdict.UNGRADED);
    }

    /// Returns the points that were earned.
    public Fraction score() {
        return tasks.stream().map(TaskResult::score).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// Returns the points of all tasks.
    public Fraction max() {
        return tasks.stream().map(TaskResult::max).reduce(Fraction.ZERO, Fraction::plus);
    }
}
