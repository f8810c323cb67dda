package upsampling.grader.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import upsampling.grader.intake.Origin;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;

/// Turns the lines of generated files, which no student has ever seen, into cells of the notebook: `MyMaxPool2d.java:12` into `01-pooling.ipynb, cell 7, line 3`.
final class CellPlaces {
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_$]+\\.java):(\\d{1,7})");

    private final Map<String, Origin> ofFiles = new HashMap<>();

    CellPlaces(List<SourceFile> files) {
        for (SourceFile file : files) if (file.origin() instanceof Origin.Cells) ofFiles.put(file.name(), file.origin());
    }

    TaskRun in(TaskRun run) {
        if (ofFiles.isEmpty()) return run;
        List<Observed> observed = run.observed().stream().map(one -> new Observed(one.part(), one.verdict(), one.call(), in(one.message()), one.expected(), one.actual(), one.outcome(), one.planes())).toList();
        Origin origin = ofFiles.get(run.answer());
        return new TaskRun(run.task(), origin == null ? run.answer() : origin.at(0), observed, new Ending(run.ending().verdict(), in(run.ending().message())), run.output(), run.cpuMillis());
    }

    String in(String text) {
        return PLACE.matcher(text).replaceAll(match -> {
            Origin origin = ofFiles.get(match.group(1));
            return Matcher.quoteReplacement(origin == null ? match.group() : origin.at(Integer.parseInt(match.group(2))));
        });
    }
}
