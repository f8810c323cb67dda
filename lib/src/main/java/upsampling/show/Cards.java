package upsampling.show;

import java.util.ArrayList;
import java.util.List;

/// The cards of a lesson: predict and run, task, check, error. A sign and a word say what a card is; its colour only repeats it.
public final class Cards {
    private Cards() { }

    /// Returns a question to answer before the next cell is run. The tempting answer is one of the options; answer and reason are folded away.
    public static Shown predict(String question, List<String> options, String answer, String reason) {
        String fold = Html.details("Say your answer aloud, run the next cell, then open this", Html.paragraph("**" + answer + "** " + reason));
        return predict(question, options, fold);
    }

    /// Returns a question whose answer comes from a later cell.
    public static Shown predict(String question, List<String> options) {
        return predict(question, options, "");
    }

    private static Shown predict(String question, List<String> options, String end) {
        StringBuilder body = new StringBuilder(Html.head(Ink.ACCENT.deep, "?", "Predict, then run.", question));
        StringBuilder text = new StringBuilder("Predict, then run: " + question);
        for (int i = 0; i < options.size(); i++) {
            // letters written out: JupyterLab overrides the type of an ordered list
            char letter = (char) ('A' + i);
            body.append(Html.paragraph("**" + letter + "**  " + options.get(i)));
            text.append('\n').append(letter).append("  ").append(options.get(i));
        }
        return card(Ink.ACCENT, body.append(end).toString(), text.toString());
    }

    /// Returns what is to be written: name, tier, points, and hints from a question to a near-solution, each folded away.
    public static Shown task(String name, String tier, int points, String text, List<String> hints) {
        StringBuilder body = new StringBuilder(Html.head(Ink.INPUT.deep, "✎", "Task", name)).append(Html.note(tier + " · " + points + " points"));
        body.append(Html.paragraph(text));
        for (int i = 0; i < hints.size(); i++) {
            body.append(Html.details("Hint " + (i + 1) + " of " + hints.size(), Html.paragraph(hints.get(i))));
        }
        return card(Ink.INPUT, body.toString(), "Task " + name + " (" + points + " points): " + text);
    }

    /// Returns the card of a task for which nothing was written yet.
    public static Shown notStarted(String task, double of) {
        String what = "Write an answer and run this cell again. " + points(0, of);
        String body = Html.head(Ink.PLAIN.deep, "✎", "Not started.", task) + Html.paragraph(what);
        return card(Ink.PLAIN, body, "not started: " + task + ", " + points(0, of));
    }

    /// Returns the card of a check that passed.
    ///
    /// @param what the checks that passed, in words
    public static Shown passed(String task, String what, double points, double of) {
        String body = Html.head(Ink.RIGHT.deep, "✓", "Passed.", task) + Html.paragraph(what + " **" + points(points, of) + "**");
        return card(Ink.RIGHT, body, "passed: " + task + ", " + points(points, of));
    }

    /// Returns the card of a check that failed on a map: how many values differ, the first of them, and expected, but was and difference as maps.
    ///
    /// @param call the call that was checked, such as `maxPool2d(all −1, k3 s2 p1)`
    /// @param hint what to change; may be empty
    /// @throws IllegalArgumentException unless both maps have a value and rows of equal length
    public static Shown failed(String task, String call, double[][] expected, double[][] actual, String hint, double points, double of) {
        Difference difference = Difference.of(expected, actual);
        Tile maps = difference.maps();
        return notYet(task, call, difference.sentence(), picture(maps, difference.sentence()), maps, hint, points, of);
    }

    /// Returns the card of a check that failed on something that is not a map: a number, a shape, a text, an exception.
    public static Shown failed(String task, String call, String expected, String actual, String hint, double points, double of) {
        return notYet(task, call, "Expected `" + expected + "`, but was `" + actual + "`.", "", null, hint, points, of);
    }

    /// Returns the card of a check that failed, with the simplest input on which the answer is wrong: its call in Java, and input, expected, but was and
    /// difference as maps.
    ///
    /// The maps of the check itself are not drawn.
    public static Shown failed(String task, String call, double[][] expected, double[][] actual, Smallest smallest, String hint, double points, double of) {
        return failed(task, call, Difference.of(expected, actual).sentence(), smallest, hint, points, of);
    }

    /// Returns the same card for a check whose result is no map.
    public static Shown failed(String task, String call, String where, Smallest smallest, String hint, double points, double of) {
        Tile maps = smallest.maps();
        String picture = Html.paragraph("**The simplest input found that shows it:**") + Html.preformatted(smallest.call()) + Html.paragraph(smallest.sentence())
            + (maps == null ? "" : picture(maps, smallest.alt()));
        String shown = where + "\nThe simplest input found that shows it: " + smallest.call() + "\n" + smallest.sentence();
        return notYet(task, call, where, shown, picture, maps, hint, points, of);
    }

    private static String picture(Tile maps, String alt) {
        return "<div style=\"margin:10px 0 0 0\">" + Html.image(maps.image(), alt) + "</div>";
    }

    private static Shown notYet(String task, String call, String where, String picture, Tile maps, String hint, double points, double of) {
        return notYet(task, call, where, where, picture, maps, hint, points, of);
    }

    private static Shown notYet(String task, String call, String where, String said, String picture, Tile maps, String hint, double points, double of) {
        String body = Html.head(Ink.WRONG.deep, "✗", "Not yet.", task + " · " + points(points, of)) + Html.paragraph("`" + call + "`  " + where)
            + picture + (hint.isBlank() ? "" : Html.paragraph("**Hint.** " + hint));
        ValueDigest digest = new ValueDigest("card").text(Html.withoutPixels(body));
        if (maps != null) maps.digest(digest);
        String text = "not yet: " + task + ", " + points(points, of) + "\n" + call + ": " + said + (hint.isBlank() ? "" : "\nHint: " + hint);
        return new Shown(Html.sheet("div", Ink.WRONG.fill, digest, body), plain(text));
    }

    /// Returns the card of a wrong answer that an input of the learner has exposed: the call in Java, and input, expected, but was and difference as maps.
    ///
    /// @param mistake which mistake it was; may be empty
    /// @param next what is left
    public static Shown exposed(String task, Smallest input, String mistake, String next) {
        Tile maps = input.maps();
        String body = Html.head(Ink.RIGHT.deep, "✓", "Exposed.", task) + Html.preformatted(input.call()) + Html.paragraph(input.sentence())
            + (maps == null ? "" : picture(maps, input.alt())) + (mistake.isBlank() ? "" : Html.paragraph("**The mistake.** " + mistake)) + Html.note(next);
        ValueDigest digest = new ValueDigest("card").text(Html.withoutPixels(body));
        if (maps != null) maps.digest(digest);
        String text = "exposed: " + task + "\n" + input.call() + "\n" + input.sentence() + (mistake.isBlank() ? "" : "\nThe mistake: " + mistake) + "\n" + next;
        return new Shown(Html.sheet("div", Ink.RIGHT.fill, digest, body), plain(text));
    }

    /// Returns a quiet card that says something about an exercise, without a verdict.
    public static Shown note(String name, String text) {
        return card(Ink.PLAIN, Html.head(Ink.PLAIN.deep, "✎", name, "") + Html.paragraph(text), name + ": " + text);
    }

    /// Returns an error: who, what was given and what is allowed; the formula with the numbers in it; what to change; then where.
    ///
    /// @param name the simple name of the exception
    /// @param formula several lines as they are; may be empty
    /// @param change one line that works; may be empty
    /// @param where cell and line; may be empty
    public static Shown error(String name, String message, String formula, String change, String where) {
        String body = Html.head(Ink.WRONG.deep, "✗", name, "") + Html.paragraph(message) + (formula.isBlank() ? "" : Html.preformatted(formula))
            + (change.isBlank() ? "" : Html.paragraph("**Try:** " + change)) + (where.isBlank() ? "" : Html.note(where));
        return card(Ink.WRONG, body, name + ": " + message);
    }

    /// Returns one quiet line for a statement of the course that was computed and holds.
    ///
    /// @param value what was computed; may be empty
    public static Shown claim(String statement, String value) {
        String body = "<span style=\"color:" + Ink.hex(Ink.RIGHT.deep) + ";font-weight:700\">✓</span> " + Html.text(statement)
            + (value.isEmpty() ? "" : " <span style=\"color:" + Ink.hex(Ink.QUIET) + "\">" + Html.text(value) + "</span>");
        ValueDigest digest = new ValueDigest("claim").text(statement).text(value);
        return new Shown(Html.line(digest, body), plain("✓ " + statement + (value.isEmpty() ? "" : " " + value)));
    }

    /// Returns a prediction beside the result. Nothing here says "wrong": a surprise is what a prediction is for.
    ///
    /// @param predicted what the learner wrote; empty: nothing yet
    /// @param came whether it came out so; null if free text cannot be judged
    public static Shown prediction(String id, String predicted, String result, Boolean came) {
        if (predicted.isEmpty()) {
            String body = Html.head(Ink.PLAIN.deep, "?", "No prediction yet", "") + Html.note("The result is: " + result);
            return card(Ink.PLAIN, body, id + ": no prediction yet; the result is: " + result);
        }
        String sign = came == null ? "?" : came ? "✓" : "→";
        String word = came == null ? "Your prediction and the result" : came ? "As you predicted" : "A surprise";
        Ink ink = came != null && came ? Ink.RIGHT : Ink.ACCENT;
        String body = Html.head(ink.deep, sign, word, "") + Html.paragraph("You predicted: **" + predicted + "**")
            + Html.paragraph("The result is: **" + result + "**");
        return card(ink, body, id + ": you predicted " + predicted + "; the result is: " + result);
    }

    /// Returns all predictions of a lesson as a table of question, prediction, result and how the two compare.
    public static Shown predictions(String sentence, List<String[]> rows) {
        List<Columns.Column> columns = new ArrayList<>();
        String[] heads = {"question", "you predicted", "result", "outcome"};
        for (int c = 0; c < heads.length; c++) {
            List<String> cells = new ArrayList<>();
            for (String[] row : rows) cells.add(row[c].isEmpty() ? "–" : row[c]);
            columns.add(new Columns.Column(heads[c], false, cells));
        }
        if (rows.isEmpty()) return card(Ink.ACCENT, Html.head(Ink.ACCENT.deep, "?", sentence, ""), sentence);
        Columns table = Columns.of(columns);
        return card(Ink.ACCENT, table.html(sentence, ""), sentence + "\n" + table.text());
    }

    private static Shown card(Ink edge, String body, String text) {
        ValueDigest digest = new ValueDigest("card").text(edge.name()).text(body);
        return new Shown(Html.sheet("div", edge.fill, digest, body), plain(text));
    }

    private static String plain(String text) {
        return text.replace("`", "").replace("**", "");
    }

    private static String points(double points, double of) {
        return Numbers.text(points) + " of " + Numbers.text(of) + (of == 1 ? " point" : " points");
    }
}
