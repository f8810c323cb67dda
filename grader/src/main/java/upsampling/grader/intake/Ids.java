package upsampling.grader.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import upsampling.grader.run.Sha256;

/// Gives each submission an id that is a file name on every system, and the same id in every run.
final class Ids {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?");
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?"); // no file names on Windows
    private static final int KEPT = 40;
    private static final int DIGEST = 4;

    private final Set<String> reserved = new HashSet<>();
    private final Map<String, String> wanted = new TreeMap<>();

    /// Keeps an id for somebody else.
    void reserve(String id) {
        reserved.add(EntryPath.folded(id));
    }

    /// @param key tells two submissions apart
    void add(String key, String name) {
        wanted.put(key, safe(name));
    }

    /// Returns the ids of all keys. Two names that only differ in case, say, both get a digest; the order of the source never decides who keeps the plain name.
    Map<String, String> all() {
        Map<String, Integer> count = new HashMap<>();
        for (String id : wanted.values()) count.merge(EntryPath.folded(id), 1, Integer::sum);
        Map<String, String> ids = new TreeMap<>();
        Set<String> used = new HashSet<>(reserved);
        wanted.forEach((key, id) -> {
            boolean alone = count.get(EntryPath.folded(id)) == 1 && !reserved.contains(EntryPath.folded(id));
            String unique = alone ? id : id + "-" + Sha256.hex(key, DIGEST);
            while (!used.add(EntryPath.folded(unique))) unique += "-" + Sha256.hex(unique + key, DIGEST);
            ids.put(key, unique);
        });
        return ids;
    }

    private static String safe(String name) {
        if (SAFE.matcher(name).matches() && !DEVICE.matcher(name).matches()) return name;
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
        if (plain.length() > KEPT) plain = plain.substring(0, KEPT);
        return (plain.isEmpty() ? "student" : plain) + "-" + Sha256.hex(composed, DIGEST);
    }

}
