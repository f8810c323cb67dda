package upsampling.cli;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import upsampling.grader.report.Escape;
import upsampling.grader.report.Scored;

/// What `./course grade` says at its end.
final class GradeSummary {
    private static final int FEW = 30;

    private GradeSummary() { }

    /// For a person: everybody's points if they are few, who needs a look, and where the rest is.
    static String text(List<Scored> all, Path folder, boolean isFeedback) {
        var text = new StringBuilder();
        if (all.size() <= FEW) {
            for (Scored one : all) text.append("%8s of %s  %s%n".formatted(one.hasScore() ? one.score() : "–", one.max(), Escape.line(one.submission().id())));
        }
        List<Scored> open = all.stream().filter(one -> !one.hasScore()).toList();
        if (!open.isEmpty()) {
            text.append("A person has to look at %d: %s%n".formatted(open.size(),
                open.stream().limit(FEW).map(one -> Escape.line(one.submission().id()) + " (" + Escape.line(reason(one)) + ")").collect(Collectors.joining(", "))));
        }
        text.append("%d graded behind %s. Results: %s%n".formatted(all.size() - open.size(),
            all.stream().map(one -> one.submission().tier()).distinct().collect(Collectors.joining(" and ")), folder));
        if (isFeedback) text.append("This is feedback, not a grade: it was computed where you can change everything.\n");
        return text.toString().stripTrailing();
    }

    private static String reason(Scored one) {
        return one.submission().intake().equals("REJECTED") ? String.join("; ", one.remarks()) : "the grader failed: " + one.tasks().stream()
            .filter(task -> !task.hasScore()).findFirst().map(task -> task.message()).orElse("");
    }

    /// For a program: `{"submissions":[{"id":..,"score":s|null,"max":m,"intake":..}],"results":folder}`.
    static String json(List<Scored> all, Path folder) {
        List<Object> list = new ArrayList<>();
        for (Scored one : all) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", one.submission().id());
            object.put("score", one.hasScore() ? one.score().value() : null);
            object.put("max", one.max().value());
            object.put("intake", one.submission().intake());
            list.add(object);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("submissions", list);
        document.put("results", folder.toString());
        return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create().toJson(document);
    }
}
