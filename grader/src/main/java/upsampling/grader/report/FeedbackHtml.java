package upsampling.grader.report;

import java.util.Locale;
import upsampling.grader.CheckCards;
import upsampling.grader.Verdict;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// The page that a student gets: one file without scripts that can be opened anywhere and printed. Of hidden tests it says that they fail, for which call, and never what they
/// expected.
final class FeedbackHtml {
    private static final int MOST_OUTPUT = 4000;
    private static final String HEAD = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body{font:15px/1.5 Helvetica Neue,Arial,Liberation Sans,sans-serif;color:#22262E;background:#fff;max-width:720px;margin:24px auto;padding:0 16px}
        h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 6px}table{border-collapse:collapse;margin:14px 0}
        td,th{padding:4px 14px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid #D5D9E0}td.n,th.n{text-align:right;white-space:nowrap}
        ul{list-style:none;padding:0;margin:8px 0}li{margin:3px 0}pre{background:#EEF0F3;padding:8px 10px;border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px;max-height:240px;overflow-y:auto}
        .quiet{color:#5F6773;font-size:13px}section{break-inside:avoid-page}
        </style></head><body>
        """;

    private FeedbackHtml() { }

    static String of(Scored all) {
        Scored scored = all.shown();
        String name = Escape.html(Escape.line(scored.submission().name()));
        var page = new StringBuilder(HEAD.formatted(name + ": feedback"));
        page.append("<h1>").append(name).append("</h1>\n");
        page.append(scored.hasScore() ? "<p><b>%s of %s points</b></p>%n".formatted(scored.score(), scored.max())
            : "<p><b>Not graded yet:</b> a person has to look at this submission.</p>\n");
        if (all.isWithheld()) page.append("<p>").append(Escape.html(all.withheld().sentence())).append("</p>\n");
        if (!scored.remarks().isEmpty()) {
            page.append("<ul>");
            for (String remark : scored.remarks()) page.append("<li>").append(Escape.html(sentence(remark))).append("</li>");
            page.append("</ul>\n");
        }
        page.append("<table><tr><th>Task</th><th></th><th class=\"n\">Points</th></tr>\n");
        for (TaskResult task : scored.tasks()) {
            String note = note(task).isEmpty() ? "" : "<br><span class=\"quiet\">" + Escape.html(note(task)) + "</span>";
            page.append("<tr><td>%s %s</td><td>%s%s</td><td class=\"n\">%s</td></tr>%n".formatted(sign(task), task.id(), Escape.html(task.title()), note, points(task)));
        }
        page.append("</table>\n");
        for (TaskResult task : scored.tasks()) {
            if (!task.verdict().passed() && task.verdict() != Verdict.MISSING) page.append(section(task));
        }
        page.append("<p class=\"quiet\">").append(Escape.html(footer(scored))).append("</p>\n</body></html>\n");
        return page.toString();
    }

    private static String section(TaskResult task) {
        var section = new StringBuilder("<section><h2>Task ").append(task.id()).append(": ").append(Escape.html(task.title())).append("</h2>\n");
        if (!task.answer().isEmpty()) section.append("<p class=\"quiet\">").append(Escape.html(task.answer())).append("</p>\n");
        section.append(Escape.allowed(CheckCards.of(task).html())); // it escapes markup itself
        section.append("<ul>");
        for (PartResult part : task.parts()) {
            section.append("<li>").append(part.verdict().passed() ? "✓ " : "✗ ").append(Escape.html(part.id()));
            if (part.hint() != null) section.append(": ").append(Escape.html(part.hint().text()));
            section.append("</li>\n");
        }
        section.append("</ul>\n");
        String printed = task.output().text().strip();
        if (!printed.isEmpty()) {
            boolean isCut = printed.length() > MOST_OUTPUT || task.output().droppedBytes() > 0;
            section.append("<p class=\"quiet\">Printed").append(isCut ? " (cut)" : "").append(":</p><pre>")
                .append(Escape.html(printed.substring(0, Math.min(printed.length(), MOST_OUTPUT)))).append("</pre>\n");
        }
        return section.append("</section>\n").toString();
    }

    static String sign(TaskResult task) {
        return switch (task.verdict()) {
            case PASS -> "✓";
            case NOT_STARTED, MISSING -> "·";
            default -> "✗";
        };
    }

    static String points(TaskResult task) {
        if (task.max().isZero()) return "does not count";
        return (task.hasScore() ? task.score() : "–") + " of " + task.max();
    }

    /// Returns what stands beside a task's title: who has changed its points, or that there is nothing to give points for.
    static String note(TaskResult task) {
        if (task.corrected() != null) return changed(task);
        return task.verdict() == Verdict.MISSING ? "no answer was handed in" : "";
    }

    /// Remarks are made to stand behind a name; on a page they stand alone.
    static String sentence(String remark) {
        return remark.isEmpty() ? remark : remark.substring(0, 1).toUpperCase(Locale.ROOT) + remark.substring(1) + (remark.endsWith(".") ? "" : ".");
    }

    static String changed(TaskResult task) {
        return "changed by a person: " + task.corrected().reason();
    }

    /// Returns what is at the end of every feedback.
    static String footer(Scored scored) {
        String use = scored.submission().id().equals("self") ? "Feedback, not a grade: it was computed where its owner can change everything." : "Graded.";
        return use + " Behind the wall " + scored.submission().tier() + "; hidden inputs from the " + scored.submission().salt() + " salt.";
    }
}
