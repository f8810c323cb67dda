package upsampling.cli.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import upsampling.cli.release.JavaTokens.Comments;
import upsampling.cli.release.JavaTokens.Token;
import upsampling.grader.run.Sha256;

/// Finds what a students' copy tells of the solutions: every run of {@link #RUN} or more tokens that also stands in one of them.
///
/// An index holds the hash of each window of that many tokens of the solutions, with its place; a text is then read once. Renamed identifiers are not found: what is looked for is code that
/// was pasted, kept in a stored output, or never taken out.
public final class LeakCheck {
    /// So many tokens in a row are no chance.
    public static final int RUN = 25;
    private static final int SHOWN = 12;
    private static final long BASE = 1_000_003;

    /// A place in a solution: which window begins there.
    private record Place(Source source, int index) { }

    private record Source(String file, List<Token> tokens) { }

    /// A run of tokens that stands in a solution and in the students' copy.
    ///
    /// @param name the file of the students' copy and a fingerprint of the run, by which it can be excused; the same whatever lines it stands in
    /// @param solution file and line
    /// @param student file and line; of a notebook the cell
    /// @param tokens how many
    /// @param start the first tokens
    public record Leak(String name, String solution, String student, int tokens, String start) {
        @Override
        public String toString() {
            return tokens + " tokens of " + solution + " stand in " + student + ": " + start + " ...";
        }
    }

    private final Map<Long, Place> index = new HashMap<>();

    /// Makes the index.
    ///
    /// @param solutions the Java files that must not be told; of two that have the same window the first is named
    public LeakCheck(List<Released> solutions) {
        for (Released file : solutions) {
            var source = new Source(file.path(), JavaTokens.of(file.text(), Comments.SKIPPED));
            long[] hashes = hashes(source.tokens);
            for (int i = 0; i < hashes.length; i++) index.putIfAbsent(hashes[i], new Place(source, i));
        }
    }

    /// Returns how many different windows are looked for.
    public int size() {
        return index.size();
    }

    /// Returns the leaks of a file of the students' copy, in the order of its text.
    public List<Leak> leaks(Released file) {
        List<Found> found = new ArrayList<>();
        for (Passage passage : Passages.of(file)) {
            for (Comments comments : Comments.values()) search(file.path(), passage, comments, found);
        }
        return found.stream().map(Found::leak).distinct().toList(); // of a page, as it is written and as it is shown
    }

    /// A leak, and where in the text its first and its last token begin.
    private record Found(Leak leak, Passage passage, int from, int to) {
        /// Whether another one lies in this one: comments read and comments skipped find the same, or parts of it.
        boolean covers(Found other) {
            return passage == other.passage && from <= other.from && to >= other.to;
        }
    }

    private void search(String path, Passage passage, Comments comments, List<Found> found) {
        List<Token> tokens = JavaTokens.of(passage.text(), comments);
        long[] hashes = hashes(tokens);
        var hit = new BitSet(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            Place place = index.get(hashes[i]);
            if (place != null && same(place, tokens, i)) hit.set(i);
        }
        List<Found> here = new ArrayList<>();
        for (int from = hit.nextSetBit(0); from >= 0; ) {
            int end = hit.nextClearBit(from) - 1 + RUN;
            Found run = found(path, passage, tokens.subList(from, end), index.get(hashes[from]));
            if (found.stream().noneMatch(other -> other.covers(run))) here.add(run);
            from = hit.nextSetBit(end - RUN + 1);
        }
        found.removeIf(other -> here.stream().anyMatch(run -> run.covers(other)));
        found.addAll(here);
        found.subList(begin(found, passage), found.size()).sort(Comparator.comparing(Found::from));
    }

    /// Returns where the leaks of the last passage begin.
    private static int begin(List<Found> found, Passage passage) {
        int begin = found.size();
        while (begin > 0 && found.get(begin - 1).passage == passage) begin--;
        return begin;
    }

    private static Found found(String path, Passage passage, List<Token> run, Place solution) {
        String text = run.stream().map(Token::text).collect(Collectors.joining(" "));
        String start = run.stream().limit(SHOWN).map(Token::text).collect(Collectors.joining(" "));
        String told = solution.source.file + ":" + solution.source.tokens.get(solution.index).line();
        var leak = new Leak(path + " " + fingerprint(text), told, passage.place() + ":" + run.getFirst().line(), run.size(), start);
        return new Found(leak, passage, run.getFirst().at(), run.getLast().at());
    }

    /// Whether the window is the same token by token, and not by its hash only.
    private static boolean same(Place place, List<Token> tokens, int at) {
        for (int k = 0; k < RUN; k++) {
            if (!place.source.tokens.get(place.index + k).text().equals(tokens.get(at + k).text())) return false;
        }
        return true;
    }

    /// Returns the hash of each window of {@link #RUN} tokens, each from the one before it.
    private static long[] hashes(List<Token> tokens) {
        if (tokens.size() < RUN) return new long[0];
        long[] hashes = new long[tokens.size() - RUN + 1];
        long leaving = 1;
        for (int k = 0; k < RUN; k++) leaving *= BASE;
        long hash = 0;
        for (int i = 0; i < tokens.size(); i++) {
            hash = hash * BASE + tokens.get(i).text().hashCode();
            if (i >= RUN) hash -= leaving * tokens.get(i - RUN).text().hashCode();
            if (i >= RUN - 1) hashes[i - RUN + 1] = hash;
        }
        return hashes;
    }

    private static String fingerprint(String run) {
        return Sha256.hex(run, 4);
    }
}
