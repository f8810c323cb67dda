package upsampling.grader.report;

import upsampling.grader.Verdict;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.TaskResult;

/// The same feedback as Markdown, for a comment in a repository.
final class FeedbackMarkdown {
    private static final int MOST_OUTPUT = 4000;

    private FeedbackMarkdown() { }

    static String of(Scored all) {
        Scored scored = all.shown();
        var text = new StringBuilder("# ").append(Escape.markdown(Escape.line(scored.submission().name()))).append("\n\n");
        text.append(scored.hasScore() ? "**" + scored.score() + " of " + scored.max() + " points**\n\n" : "**Not graded yet:** a person has to look at this submission.\n\n");
        if (all.isWithheld()) text.append(Escape.markdown(all.withheld().sentence())).append("\n\n");
        for (String remark : scored.remarks()) text.append("* ").append(Escape.markdown(FeedbackHtml.sentence(remark))).append('\n');
        if (!scored.remarks().isEmpty()) text.append('\n');
        text.append("| Task | | Points |\n|---|---|---|\n");
        for (TaskResult task : scored.tasks()) {
            String note = FeedbackHtml.note(task).isEmpty() ? "" : " (" + FeedbackHtml.note(task) + ")";
            text.append("| %s %s | %s | %s |%n".formatted(FeedbackHtml.sign(task), task.id(), Escape.markdown(task.title() + note), FeedbackHtml.points(task)));
        }
        for (TaskResult task : scored.tasks()) {
            if (!task.verdict().passed() && task.verdict() != Verdict.MISSING) add(text, task);
        }
        return text.append("\n---\n").append(Escape.markdown(FeedbackHtml.footer(scored))).append('\n').toString();
    }

    private static void add(StringBuilder text, TaskResult task) {
        text.append("\n### ").append(task.id()).append(' ').append(Escape.markdown(task.title())).append(": ").append(FeedbackHtml.points(task)).append("\n\n");
        String right = String.join(", ", task.parts().stream().filter(part -> part.verdict().passed()).map(part -> Escape.markdown(name(part))).toList());
        if (!right.isEmpty()) text.append("Right: ").append(right).append(".\n\n");
        PartResult told = task.firstTold();
        boolean isTold = told != null && told.observed() != null;
        text.append(Escape.fenced(isTold ? told.observed().call() + ": " + told.observed().message() : task.message()));
        if (!isTold && task.hint() != null) text.append("\n**Hint.** ").append(Escape.markdown(task.hint().text())).append('\n');
        for (PartResult part : task.parts()) {
            if (part.hint() == null) continue;
            text.append("\n* ").append(Escape.markdown(name(part))).append(": ").append(Escape.markdown(part.hint().text())).append('\n');
        }
        String printed = task.output().text().strip();
        if (!printed.isEmpty()) text.append("\nPrinted:\n\n").append(Escape.fenced(printed.substring(0, Math.min(printed.length(), MOST_OUTPUT))));
    }

    private static String name(PartResult part) {
        return part.id().substring(part.id().indexOf('/') + 1);
    }
}
