package upsampling.grader.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import upsampling.grader.Verdict;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.rule.ByteCodeRule;
import upsampling.grader.rule.ClassBytes;

/// One file of an answer and what became of it.
///
/// @param name of the file
/// @param classes what the compiler made of it
/// @param type the class that answers, such as `answers.lesson01.MyMaxPool2d`; empty if there is none
/// @param tasks the ids of the tasks it answers
/// @param refusal why it may not be used, such as a reserved package; empty if it may
/// @param errors the compiler's errors
public record Answer(String name, ClassBytes classes, String type, List<String> tasks, String refusal, List<String> errors) {
    static final ClassBytes NO_CLASSES = _ -> null;

    /// Chooses one answer for each task: the file with the starter's name, else the first one.
    ///
    /// @param remarks gets a sentence for each file that is not graded
    public static Map<String, Answer> byTask(LessonPlan lesson, List<Answer> found, List<String> remarks) {
        Map<String, Answer> byTask = new LinkedHashMap<>();
        for (TaskPlan task : lesson.tasks()) {
            List<Answer> candidates = found.stream().filter(answer -> answer.tasks().contains(task.id())).toList();
            if (candidates.isEmpty()) continue;
            String starter = AnswerRules.starterFile(task);
            Answer answer = candidates.stream().filter(one -> one.name().equals(starter)).findFirst().orElse(candidates.getFirst());
            byTask.put(task.id(), answer);
            for (Answer other : candidates) {
                if (other == answer) continue;
                remarks.add("task " + task.id() + " is answered by " + answer.name() + "; " + other.name() + " answers it too and was not graded");
            }
        }
        for (Answer answer : found) {
            if (!answer.tasks().isEmpty()) continue;
            if (!answer.refusal().isEmpty()) {
                remarks.add(answer.name() + ": " + answer.refusal());
            } else if (!answer.errors().isEmpty()) {
                remarks.add("belongs to no task and does not compile: " + String.join("; ", answer.errors()));
            } else if (lesson.tasks().stream().anyMatch(task -> answer.name().equals(AnswerRules.starterFile(task)))) {
                remarks.add(answer.name() + " answers no task: it needs a class, not abstract, that says implements " + lesson.type().getSimpleName() + " and has a method of it");
            }
        }
        return byTask;
    }

    /// Returns how a task ends that this answer cannot even be tried for; null if it can.
    public Ending endingBeforeRun(TaskPlan task) {
        Ending unusable = endingBeforeRule();
        if (unusable != null) return unusable;
        String violation = ByteCodeRule.violation(task, type.replace('.', '/'), classes);
        return violation == null ? null : new Ending(Verdict.FORBIDDEN, violation);
    }

    /// The same, without the rule on what an answer may call: that rule is teaching, and what a wall is worth must be seen without it.
    public Ending endingBeforeRule() {
        if (!refusal.isEmpty()) return new Ending(Verdict.FORBIDDEN, refusal);
        return errors.isEmpty() ? null : new Ending(Verdict.COMPILE_ERROR, String.join("\n", errors));
    }
}
