package upsampling.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the result of a check as a page, which is committed as `bench/results/check.md`.
final class ResultFile {
    private ResultFile() { }

    static String text(CheckOptions options, List<Report> reports, String libtorch) {
        List<String> lines = new ArrayList<>(List.of("# The operators beside libtorch", "",
                "Written by `" + options.command() + " --out FILE`; libtorch " + libtorch + ", Java " + Runtime.version() + ", ours on the backend " + options.backend().name() + ".", "",
                "Each case is drawn from the seed and its index. Of each index there is a legal configuration, whose result and gradients must agree within the",
                "bound (class `Bound`), and an illegal one, which both must reject, ours with a message that names the value and the rule.", "",
                "| operator | cases | worst error / bound | kinds of faults | disagree, legal | disagree, illegal | s |", "|---|---|---|---|---|---|---|"));
        for (Report report : reports) lines.add(report.toRow());
        lines.addAll(List.of("", "What each operator of the library is compared with (class `Coverage`):", "", "| operator of `lib` | name above | in PyTorch |",
                "|---|---|---|"));
        for (Coverage row : Coverage.all()) lines.add(row.toRow());
        lines.addAll(List.of("", "What differs on purpose, and what cannot be compared (class `Differences`):", ""));
        for (String difference : Differences.all()) lines.add("* " + difference);
        for (Report report : reports) {
            if (!report.isComplete()) lines.addAll(List.of("", "Stopped: " + report.operator() + " after " + report.cases() + " of " + report.wanted() + " cases."));
            for (Report.Disagreement d : report.disagreements()) lines.addAll(List.of("", "`" + d.repeat() + "`: " + d.configuration() + ": " + d.problem()));
        }
        return String.join("\n", lines) + "\n";
    }

    /// @throws IOException unless it can be written
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, text);
    }
}
