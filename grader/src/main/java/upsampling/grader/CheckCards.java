package upsampling.grader;

import upsampling.grader.result.TaskResult;
import upsampling.show.Show;
import upsampling.show.Shown;

/// How results look below a cell: the only class of the grader that makes cards.
final class CheckCards {
    private CheckCards() { }

    static void show(TaskResult result) {
        var text = new StringBuilder(result.verdict().passed() ? "Passed. " : result.verdict() == Verdict.NOT_STARTED ? "Not started. " : "Not yet. ");
        text.append("Task ").append(result.id()).append(", ").append(result.title()).append(": ").append(result.score()).append(" of ").append(result.max()).append(" points");
        if (!result.message().isEmpty()) text.append("\n").append(result.message());
        if (result.hint() != null) text.append("\nHint. ").append(result.hint().text());
        show(text.toString());
    }

    static void message(String title, String text) {
        show(title + " " + text);
    }

    private static void show(String text) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
        Show.show(new Shown("<div style=\"padding:12px 16px;margin:8px 0;border:1px solid #C9CED6;border-radius:6px\">" + html + "</div>", text));
    }
}
