package upsampling.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import upsampling.grader.policy.HiddenChecks;
import upsampling.grader.result.Json;
import upsampling.grader.result.Observed;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// The document `course/result/v1` of a submission; its schema is `result-v1.schema.json` beside this class. All other formats are made from the same numbers.
///
/// A submission that could not be graded, and a task that the grader failed on, have the score `null`, never 0. Only `timing` differs from run to run.
public final class ResultDocument {
    /// The name of the schema.
    public static final String SCHEMA = "course/result/v1";
    private static final String VERSION = "1.0";

    private ResultDocument() { }

    /// Returns the document.
    public static String of(Scored scored) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("submission", scored.submission().id());
        document.put("name", scored.submission().name());
        document.put("intake", scored.submission().intake());
        document.put("tier", scored.submission().tier());
        document.put("grader", VERSION);
        document.put("jdk", Runtime.version().toString());
        document.put("salt", scored.submission().salt());
        document.put("score", scored.hasScore() ? scored.score().value() : null);
        document.put("max", scored.max().value());
        document.put("late", scored.late() == null ? null : late(scored));
        Withheld withheld = scored.withheld();
        document.put("hiddenUntil", withheld == null || withheld.until() == null ? null : withheld.until().toString());
        List<Object> tests = new ArrayList<>();
        for (TaskResult task : scored.tasks()) tests.add(test(task, withheld));
        document.put("tests", tests);
        document.put("remarks", scored.remarks());
        document.put("ignored", scored.submission().ignored());
        document.put("timing", Map.of("cpuMillis", scored.cpuMillis()));
        return Json.PRETTY.toJson(document) + "\n";
    }

    private static Map<String, Object> late(Scored scored) {
        Map<String, Object> late = new LinkedHashMap<>();
        late.put("due", scored.late().due().toString());
        late.put("submitted", scored.late().submitted().toString());
        late.put("periods", scored.late().periods());
        late.put("penaltyPercent", scored.late().percent().value());
        late.put("deducted", scored.hasScore() ? scored.earned().minus(scored.score()).value() : null);
        late.put("closed", scored.late().isClosed());
        return late;
    }

    private static Map<String, Object> test(TaskResult task, Withheld withheld) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("id", task.id());
        test.put("name", task.title());
        test.put("answer", task.answer().isEmpty() ? null : task.answer());
        test.put("verdict", task.verdict().name());
        test.put("score", task.hasScore() ? task.score().value() : null);
        test.put("max", task.max().value());
        test.put("corrected", task.corrected() == null ? null : corrected(task.corrected()));
        test.put("visibility", (withheld != null && withheld.tasks().contains(task.id()) ? withheld.hidden() : HiddenChecks.VISIBLE).word());
        test.put("message", task.message());
        test.put("hint", task.hint() == null ? null : task.hint().id());
        test.put("hintText", task.hint() == null ? null : task.hint().text());
        List<Object> parts = new ArrayList<>();
        for (PartResult part : task.parts()) parts.add(part(part));
        test.put("parts", parts);
        test.put("output", task.output().text());
        test.put("outputDroppedBytes", task.output().droppedBytes());
        return test;
    }

    private static Map<String, Object> corrected(TaskResult.Corrected corrected) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", corrected.from() == null ? null : corrected.from().value());
        object.put("reason", corrected.reason());
        return object;
    }

    private static Map<String, Object> part(PartResult part) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", part.id());
        object.put("weight", part.max().value());
        object.put("score", part.score().value());
        object.put("verdict", part.verdict().name());
        Observed observed = part.observed();
        boolean isTold = observed != null && !part.verdict().passed();
        object.put("call", isTold ? observed.call() : null);
        object.put("message", isTold ? observed.message() : null);
        object.put("expected", isTold && !observed.expected().isEmpty() ? observed.expected() : null);
        object.put("actual", isTold && !observed.actual().isEmpty() ? observed.actual() : null);
        object.put("hint", part.hint() == null ? null : part.hint().id());
        return object;
    }
}
