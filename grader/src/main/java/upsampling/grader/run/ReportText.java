package upsampling.grader.run;

import java.util.List;
import java.util.Locale;

import upsampling.grader.Verdict;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.HintText;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// A report for a terminal. The simplest input and the hint stand below the first part that does not hold, which they are about.
final class ReportText {
    private static final int OUTPUT_LINES = 12;

    private ReportText() { }

    static String of(Report report) {
        var text = new StringBuilder();
        for (TaskResult task : report.tasks()) add(text, task);
        for (String remark : report.remarks()) text.append("  note  ").append(remark).append('\n');
        return text.append(report.score()).append(" of ").append(report.max()).append(" points\n").toString();
    }

    private static void add(StringBuilder text, TaskResult task) {
        text.append("%s %-4s %5s of %s  %s%n".formatted(sign(task.verdict()), task.id(), task.score(), task.max(), task.title()));
        if (task.verdict().passed() || task.verdict() == Verdict.NOT_STARTED) return;
        List<PartResult> failed = task.parts().stream().filter(part -> !part.verdict().passed() && part.observed() != null).toList();
        HintText hint = task.hint();
        boolean hintOfPart = hint != null && !failed.isEmpty() && hint.equals(failed.getFirst().hint());
        if (cutOff(task)) detail(text, task.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '), task.message());
        if (hint != null && !hintOfPart) detail(text, "hint", hint.text());
        for (PartResult part : failed) {
            text.append("      ✗ ").append(part.id()).append("  ").append(plain(part.observed().call())).append('\n');
            detail(text, "", part.observed().message());
            if (part != failed.getFirst()) continue;
            Counterexample smallest = task.smallest();
            if (smallest != null && smallest.steps() > 0) detail(text, "the simplest input found that shows it", smallest.call() + "\n" + smallest.message());
            if (hintOfPart) detail(text, "hint", hint.text());
        }
        if (!task.output().text().isBlank()) detail(text, "printed", firstLines(task.output()));
    }

    private static boolean cutOff(TaskResult task) {
        return switch (task.verdict()) {
            case PASS, PARTIAL, WRONG, NOT_STARTED -> false;
            case EXCEPTION -> task.firstFailed() == null || task.firstFailed().observed() == null;
            case TIMEOUT, MEMORY, CRASH, FORBIDDEN, COMPILE_ERROR, MISSING, UNGRADED -> true;
        };
    }

    private static void detail(StringBuilder text, String name, String value) {
        String indented = plain(value).strip().replace("\n", "\n        ");
        text.append("        ").append(name.isEmpty() ? "" : name + ": ").append(indented).append('\n');
    }

    private static String firstLines(TaskResult.Output output) {
        String[] lines = output.text().strip().split("\n", OUTPUT_LINES + 1);
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(lines.length, OUTPUT_LINES); i++) text.append(lines[i]).append('\n');
        if (output.droppedBytes() > 0) return text + "(truncated, " + output.droppedBytes() + " bytes more)";
        return lines.length > OUTPUT_LINES ? text + "(more)" : text.toString();
    }

    /// Returns text of an answer without control characters, which could move a terminal's cursor or colour its report.
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\n' || !Character.isISOControl(c) ? c : ' ');
        }
        return plain.toString();
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case NOT_STARTED -> "·";
            default -> "✗";
        };
    }
}
