package upsampling.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import upsampling.show.Cards;
import upsampling.show.Shown;

/// The predictions of a session, in the order of their questions. A cell that runs again replaces its own.
final class Predictions {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// @param came whether it came out as predicted; null: not to be judged
    private record Entry(String predicted, String result, Boolean came) {
        static final Entry ASKED = new Entry("", "", null);
    }

    void ask(String id) {
        entries.putIfAbsent(id, Entry.ASKED);
    }

    Shown compare(String id, String predicted, String result, Boolean came) {
        entries.put(id, new Entry(predicted, result, came));
        return Cards.prediction(id, predicted, result, came);
    }

    /// Returns whether a text names an option such as `B`: "b", "B)", "B, because ..."; null if free text does not say.
    static Boolean chose(String predicted, String option) {
        String said = normal(predicted);
        String right = normal(option);
        if (said.equals(right)) return true;
        if (right.length() != 1) return null;
        String letter = said.replaceFirst("^(answer|option)\\s+", "");
        boolean isLetter = letter.length() == 1 || letter.length() > 1 && ")].:,;".indexOf(letter.charAt(1)) >= 0;
        return isLetter && Character.isLetter(letter.charAt(0)) ? Boolean.valueOf(letter.startsWith(right)) : null;
    }

    private static String normal(String s) {
        return s.strip().replaceFirst("^[(\\[]", "").toLowerCase(Locale.ROOT);
    }

    Shown score() {
        int predicted = 0;
        int came = 0;
        List<String[]> rows = new ArrayList<>();
        for (Map.Entry<String, Entry> e : entries.entrySet()) {
            Entry entry = e.getValue();
            if (!entry.predicted.isEmpty()) predicted++;
            boolean held = entry.came != null && entry.came;
            if (held) came++;
            rows.add(new String[] {e.getKey(), dashIfEmpty(entry.predicted), dashIfEmpty(entry.result), held ? "✓" : ""});
        }
        String sentence = "You predicted " + predicted + " of " + entries.size() + (came == 0 ? "." : "; " + came + " came out so.");
        return Cards.predictions(sentence, rows);
    }

    private static String dashIfEmpty(String s) {
        return s.isEmpty() ? "–" : s;
    }

    void clear() {
        entries.clear();
    }
}
