package upsampling.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares the outputs of a cell by meaning.
///
/// What may differ: execution counts, metadata, colours of the terminal, the bytes and the size of a picture (fonts differ between machines), the last digits of
/// a decimal number (relative 1e-6), and the line of a source file in a stack trace, which any comment in the library moves. What must not: any text, any whole number, and the values a figure draws, which it carries as a hash in `data-lu-values`.
public final class OutputComparison {
    private static final double RELATIVE = 1e-6;
    private static final int SHOWN = 160;
    private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");
    private static final Pattern PNG = Pattern.compile("iVBORw0KGgo[A-Za-z0-9+/=]+");
    private static final Pattern PICTURE_WIDTH = Pattern.compile("(<img [^>]*?)width=\"\\d+\"");
    private static final Pattern SOURCE_LINE = Pattern.compile("\\((\\w+\\.java):\\d+\\)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#])(?:\\d+\\.\\d*|\\.\\d+|\\d+)(?:[eE][-+]?\\d+)?(?![\\w.])");

    private OutputComparison() { }

    /// Returns what differs first, or nothing when both mean the same.
    public static Optional<String> difference(JsonArray stored, JsonArray actual) {
        List<String> a = pieces(stored);
        List<String> b = pieces(actual);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            Optional<String> difference = textDifference(a.get(i), b.get(i));
            if (difference.isPresent()) return difference;
        }
        if (a.size() == b.size()) return Optional.empty();
        boolean more = b.size() > a.size();
        return Optional.of((more ? "not stored, but put out now: " : "stored, but not put out now: ")
            + shorten((more ? b : a).get(Math.min(a.size(), b.size()))));
    }

    /// One comparable text for each stream, each MIME type of a display, each error.
    private static List<String> pieces(JsonArray outputs) {
        List<String> pieces = new ArrayList<>();
        for (JsonElement element : outputs) {
            JsonObject output = element.getAsJsonObject();
            String type = output.get("output_type").getAsString();
            switch (type) {
                case "stream" -> pieces.add(output.get("name").getAsString() + ": " + normalised(Notebook.joined(output.get("text"))));
                case "error" -> pieces.add("error: " + normalised(output.get("ename").getAsString() + ": " + Notebook.joined(output.get("evalue")) + "\n"
                    + String.join("\n", output.getAsJsonArray("traceback").asList().stream().map(JsonElement::getAsString).toList())));
                default -> output.getAsJsonObject("data").entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(e -> pieces.add(type + " " + e.getKey() + ": " + (e.getKey().startsWith("image/") ? "picture" : normalised(Notebook.joined(e.getValue())))));
            }
        }
        return pieces;
    }

    private static String normalised(String text) {
        String plain = COLOUR.matcher(text).replaceAll("");
        plain = PNG.matcher(plain).replaceAll("PNG");
        plain = SOURCE_LINE.matcher(plain).replaceAll("($1)");
        return PICTURE_WIDTH.matcher(plain).replaceAll("$1").stripTrailing();
    }

    private static Optional<String> textDifference(String stored, String actual) {
        if (stored.equals(actual)) return Optional.empty();
        Matcher a = NUMBER.matcher(stored);
        Matcher b = NUMBER.matcher(actual);
        int fromA = 0;
        int fromB = 0;
        while (true) {
            boolean moreA = a.find();
            boolean moreB = b.find();
            String beforeA = stored.substring(fromA, moreA ? a.start() : stored.length());
            String beforeB = actual.substring(fromB, moreB ? b.start() : actual.length());
            if (!beforeA.equals(beforeB) || moreA != moreB) return Optional.of(sideBySide(stored, fromA, actual, fromB));
            if (!moreA) return Optional.empty();
            if (!isSameNumber(a.group(), b.group())) return Optional.of(sideBySide(stored, a.start(), actual, b.start()));
            fromA = a.end();
            fromB = b.end();
        }
    }

    /// Whole numbers must be equal; decimal ones may differ in digits that no lesson prints.
    private static boolean isSameNumber(String a, String b) {
        if (a.equals(b)) return true;
        if (!a.contains(".") || !b.contains(".")) return false;
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        return Double.isFinite(x) && Double.isFinite(y) && Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y));
    }

    private static String sideBySide(String stored, int atStored, String actual, int atActual) {
        return "stored \"" + around(stored, atStored) + "\", now \"" + around(actual, atActual) + "\"";
    }

    private static String around(String text, int at) {
        return shorten(text.substring(Math.max(0, at - 30)));
    }

    private static String shorten(String text) {
        String line = text.replace("\n", "⏎");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
