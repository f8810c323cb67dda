package upsampling.kernel.notebook;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules that every lesson keeps, whatever it teaches: it works offline, its figures can be read by everyone, its stored outputs are complete.
public final class NotebookLint {
    private static final long MOST_BYTES = 1_000_000;
    private static final int MOST_OUTPUT_BYTES = 300_000;
    private static final String LANGUAGE = "25";
    /// What must not stand in code or outputs, and why.
    private static final List<Banned> BANNED = List.of(
        new Banned("%maven", "lessons fetch nothing"),
        new Banned("<script src", "scripts are inside the output"),
        new Banned("<link", "style is inside the output"),
        new Banned("cdn.", "lessons work offline"),
        new Banned("[I@", "an array's hash code changes with every run"),
        new Banned("[F@", "an array's hash code changes with every run"),
        new Banned("[[D@", "an array's hash code changes with every run"),
        new Banned("Object@", "an object's hash code changes with every run"));
    /// What must not stand in a cell's code: a lesson runs on every Java kernel that can load the course's jars.
    private static final List<Neutral> NEUTRAL = List.of(
        new Neutral(Pattern.compile("(?m)^\\s*%%?[A-Za-z]{2,}"), "a magic; Java has a method for it"),
        new Neutral(Pattern.compile("\\bupsampling\\.kernel\\b"), "a class of our kernel"),
        new Neutral(Pattern.compile("\\borg\\.dflib\\b"), "a class of one kernel's base"),
        new Neutral(Pattern.compile("(?<![.\\w])display\\s*\\("), "a function of some kernels; use show(...)"));
    private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>");
    private static final Pattern ALT = Pattern.compile("\\balt=\"[^\"]{10,}\"");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d*\\.\\d+(?![\\w.])");

    private record Banned(String text, String reason) { }

    private record Neutral(Pattern pattern, String reason) { }

    private NotebookLint() { }

    /// Returns one sentence for each rule that the lesson breaks, naming the cell.
    public static List<String> problems(Notebook notebook) {
        List<String> problems = new ArrayList<>();
        if (!notebook.kernel().equals("java")) problems.add("the kernel is \"" + notebook.kernel() + "\", and must be \"java\"");
        if (!notebook.languageVersion().equals(LANGUAGE)) {
            problems.add("language_info.version is \"" + notebook.languageVersion() + "\", and must be \"" + LANGUAGE + "\"");
        }
        if (size(notebook) > MOST_BYTES) problems.add("the file has " + size(notebook) + " bytes, at most " + MOST_BYTES + " are allowed");
        Set<String> ids = new HashSet<>();
        int count = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            String where = "cell " + cell.number() + ": ";
            if (cell.id().isEmpty() || !ids.add(cell.id())) problems.add(where + "needs an id of its own");
            checkBanned(cell.source(), where + "source", problems);
            if (!cell.isCode()) continue;
            checkNeutral(cell.source(), where, problems);
            count++;
            if (cell.executionCount() != count) problems.add(where + "has execution count " + cell.executionCount() + ", and must have " + count + ": run ./course run --update");
            for (JsonElement output : cell.outputs()) checkOutput(cell, output.toString(), output, where, problems);
        }
        return problems;
    }

    private static void checkOutput(Notebook.Cell cell, String json, JsonElement output, String where, List<String> problems) {
        if (json.length() > MOST_OUTPUT_BYTES) problems.add(where + "has an output of " + json.length() + " bytes, at most " + MOST_OUTPUT_BYTES + " are allowed");
        checkBanned(json, where + "output", problems);
        String type = output.getAsJsonObject().get("output_type").getAsString();
        if (type.equals("error") && !cell.hasTag("raises-exception")) problems.add(where + "stores an error but has no tag raises-exception");
        if (type.equals("stream")) checkDigits(Notebook.joined(output.getAsJsonObject().get("text")), cell, where, problems);
        if (!output.getAsJsonObject().has("data")) return;
        var data = output.getAsJsonObject().getAsJsonObject("data");
        checkDigits(Notebook.joined(data.get("text/plain")), cell, where, problems);
        Matcher image = IMAGE.matcher(Notebook.joined(data.get("text/html")));
        while (image.find()) {
            if (!ALT.matcher(image.group()).find()) problems.add(where + "has a picture without alt text");
        }
        if (data.has("image/png") || data.has("image/svg+xml")) problems.add(where + "has a bare picture, which cannot carry alt text: use a figure of package show");
    }

    private static void checkBanned(String text, String where, List<String> problems) {
        for (Banned banned : BANNED) if (text.contains(banned.text())) problems.add(where + " contains \"" + banned.text() + "\": " + banned.reason());
    }

    private static void checkNeutral(String code, String where, List<String> problems) {
        for (Neutral neutral : NEUTRAL) {
            Matcher m = neutral.pattern().matcher(code);
            if (m.find()) problems.add(where + "uses \"" + m.group().strip() + "\", " + neutral.reason());
        }
    }

    /// Printed decimals have at most four significant digits, so that no machine's rounding shows.
    private static void checkDigits(String text, Notebook.Cell cell, String where, List<String> problems) {
        if (cell.hasTag("machine-dependent")) return;
        Matcher m = DECIMAL.matcher(text);
        while (m.find()) {
            String digits = m.group().replace(".", "").replaceFirst("^0+", "");
            if (digits.length() > 4 && !m.group().matches("\\d{4,}\\.\\d")) problems.add(where + "prints " + m.group() + ", more than four significant digits");
        }
    }

    private static long size(Notebook notebook) {
        try {
            return Files.size(notebook.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
