package upsampling.grader.policy;

import java.util.Collection;
import java.util.Locale;

/// Guesses what somebody has meant who wrote a name wrong.
final class Nearest {
    private static final int LONGEST = 60; // no name is longer, and the table below grows with the square

    private Nearest() { }

    /// Returns the name that differs least, or null if none is near: at most one change for three letters.
    static String of(String given, Collection<String> known) {
        if (given.length() > LONGEST) return null;
        String nearest = null;
        int least = 1 + Math.max(1, given.length() / 3);
        for (String name : known.stream().sorted().toList()) {
            int changes = changes(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (changes < least) {
                least = changes;
                nearest = name;
            }
        }
        return nearest;
    }

    /// How many letters have to be added, taken out or replaced (Levenshtein, 1966).
    private static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) above[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
