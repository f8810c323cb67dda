package upsampling.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import upsampling.show.Cards;
import upsampling.show.Shown;

/// The predictions of a session, in the order of their questions. A cell that runs again replaces its own.
final class Predictions {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private final Map<String, List<String>> options = new HashMap<>();

    /// @param came whether it came out as predicted; null: not to be judged
    private record Entry(String predicted, String result, Boolean came) {
        static final Entry ASKED = new Entry("", "", null);

        String outcome() {
            if (came == null) return "";
            return came ? "✓ as predicted" : "→ a surprise";
        }
    }

    void ask(String id, List<String> offered) {
        entries.putIfAbsent(id, Entry.ASKED);
        options.put(id, List.copyOf(offered));
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

    /// Returns how many questions were predicted, and a table that says which of them were surprises: the question, what was predicted in the
    /// words of its option, and the result.
    Shown score() {
        int predicted = 0;
        int came = 0;
        int surprises = 0;
        List<String[]> rows = new ArrayList<>();
        for (Map.Entry<String, Entry> e : entries.entrySet()) {
            Entry entry = e.getValue();
            if (!entry.predicted.isEmpty()) predicted++;
            if (entry.came != null && entry.came) came++;
            if (entry.came != null && !entry.came) surprises++;
            rows.add(new String[] {e.getKey(), dashIfEmpty(inWords(e.getKey(), entry.predicted)), dashIfEmpty(entry.result), entry.outcome()});
        }
        String outcomes = came + surprises == 0 ? "" : " As predicted: " + came + ". Surprises: " + surprises + ".";
        return Cards.predictions("You predicted " + predicted + " of " + entries.size() + "." + outcomes, rows);
    }

    // "a" becomes "A: the text of option A"; everything else stays
    private String inWords(String id, String predicted) {
        List<String> offered = options.getOrDefault(id, List.of());
        for (int i = 0; i < offered.size(); i++) {
            String letter = String.valueOf((char) ('A' + i));
            if (normal(predicted).equals(normal(letter))) return letter + ": " + offered.get(i);
        }
        return predicted;
    }

    private static String dashIfEmpty(String s) {
        return s.isEmpty() ? "–" : s;
    }

    void clear() {
        entries.clear();
        options.clear();
    }
}
