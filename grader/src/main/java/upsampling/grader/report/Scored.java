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
import upsampling.grader.policy.Lateness;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;

/// A submission with its points. They are added up here, from what was seen; nothing runs for it. What a teacher's policy changes is decided in {@link Marking}.
///
/// @param submission what is known of it
/// @param tasks every task of the lessons that were asked for, answered or not
/// @param remarks of the intake and of the grader, a sentence each
/// @param cpuMillis processor time of the compiler and of the answers
/// @param late how late it came; null if nobody asks, or the time is not known
/// @param withheld what its student is not to know yet; null for nothing
public record Scored(Graded submission, List<TaskResult> tasks, List<String> remarks, long cpuMillis, Lateness late, Withheld withheld) {

    /// Adds up the points that the tests give.
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
        return new Scored(submission, List.copyOf(tasks), List.copyOf(remarks), time, null, null);
    }

    Scored withheld(Withheld newWithheld) {
        return new Scored(submission, tasks, remarks, cpuMillis, late, newWithheld);
    }

    /// Whether its student is not to know everything yet.
    public boolean isWithheld() {
        return withheld != null;
    }

    /// Returns it as its student may see it.
    Scored shown() {
        return withheld == null ? this : withheld.shown();
    }

    /// Whether there is a number: the submission could be read, and the grader could do its work; or a person has given the points of every task that counts.
    public boolean hasScore() {
        boolean isRead = !submission.intake().equals("REJECTED");
        return tasks.stream().filter(task -> !task.max().isZero()).allMatch(task -> isRead ? task.hasScore() : task.corrected() != null);
    }

    /// Returns the points: those that were earned, without what lateness costs.
    public Fraction score() {
        return late == null ? earned() : late.leftOf(earned());
    }

    /// Returns the points that were earned.
    public Fraction earned() {
        return tasks.stream().map(TaskResult::score).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// Returns the points of all tasks.
    public Fraction max() {
        return tasks.stream().map(TaskResult::max).reduce(Fraction.ZERO, Fraction::plus);
    }
}
