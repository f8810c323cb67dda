package upsampling.grader.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import upsampling.grader.Verdict;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.Json;
import upsampling.grader.result.Observed;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// The results of a check.
///
/// @param tasks every selected task, answered or not, in the order of the course
/// @param remarks sentences about files that belong to no task or to one that has an answer already
public record Report(List<TaskResult> tasks, List<String> remarks) {

    /// Returns the points that were earned.
    public Fraction score() {
        return tasks.stream().map(TaskResult::score).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// Returns the points of all selected tasks.
    public Fraction max() {
        return tasks.stream().map(TaskResult::max).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// Returns the document of `./course check --json`:
    /// `{"score":s,"max":m,"tasks":[{"id":"1.2","score":s,"max":m,"verdict":"NOT_STARTED","hint":null, ...}]}`.
    ///
    /// `hint` is a hint's id; its words are in `hintText`. `smallest` is the simplest input found on which the answer is wrong, as a call in Java. A task that could not be graded has the score null.
    public String toJson() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("score", score().value());
        document.put("max", max().value());
        List<Object> list = new ArrayList<>();
        for (TaskResult task : tasks) list.add(json(task));
        document.put("tasks", list);
        document.put("remarks", remarks);
        return Json.PRETTY.toJson(document);
    }

    /// Returns the report for a terminal: for each task its points and test; for one that is not passed the hint, expected and but was.
    public String toText() {
        return ReportText.of(this);
    }

    private static Map<String, Object> json(TaskResult task) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", task.id());
        object.put("score", task.verdict() == Verdict.UNGRADED ? null : task.score().value());
        object.put("max", task.max().value());
        object.put("verdict", task.verdict().name());
        object.put("hint", task.hint() == null ? null : task.hint().id());
        object.put("hintText", task.hint() == null ? null : task.hint().text());
        object.put("title", task.title());
        object.put("answer", task.answer().isEmpty() ? null : task.answer());
        object.put("message", task.message());
        List<Object> parts = new ArrayList<>();
        for (PartResult part : task.parts()) parts.add(json(part));
        object.put("parts", parts);
        object.put("smallest", task.smallest() == null ? null : json(task.smallest()));
        object.put("output", task.output().text());
        object.put("outputDroppedBytes", task.output().droppedBytes());
        return object;
    }

    private static Map<String, Object> json(Counterexample smallest) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("call", smallest.call());
        object.put("message", smallest.message());
        object.put("expected", smallest.expected());
        object.put("actual", smallest.actual());
        object.put("steps", smallest.steps());
        return object;
    }

    private static Map<String, Object> json(PartResult part) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", part.id());
        object.put("score", part.score().value());
        object.put("max", part.max().value());
        object.put("verdict", part.verdict().name());
        object.put("hint", part.hint() == null ? null : part.hint().id());
        Observed observed = part.observed();
        object.put("call", observed == null ? null : observed.call());
        object.put("message", observed == null ? null : observed.message());
        object.put("expected", observed == null || observed.expected().isEmpty() ? null : observed.expected());
        object.put("actual", observed == null || observed.actual().isEmpty() ? null : observed.actual());
        return object;
    }
}
