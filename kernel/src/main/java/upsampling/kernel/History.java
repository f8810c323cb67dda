package upsampling.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/// The inputs of this session. The base writes entries as objects and answers nothing when it keeps no history; the protocol wants tuples
/// `[session, cell, input]`, or `[session, cell, [input, output]]`, and always an answer.
final class History {
    /// Sessions before this one are not kept, so this is the first.
    private static final int SESSION = 1;

    private record Entry(int cell, String input) { }

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(int cell, String input) {
        entries.add(new Entry(cell, input));
    }

    /// Answers the three kinds of questions: the last n, a range of cell numbers, those that match a pattern with `*` and `?`.
    synchronized JsonArray answer(HistoryRequest request) {
        return tuples(request, switch (request) {
            case HistoryRequest.Tail tail -> last(entries, tail.getMaxReturnLength());
            case HistoryRequest.Range range -> range(range);
            case HistoryRequest.Search search -> {
                int most = search.getMaxReturnLength();
                List<Entry> found = matching(search);
                yield most > 0 ? last(found, most) : found; // the base reads a missing limit as 0
            }
            default -> List.of();
        });
    }

    private static List<Entry> last(List<Entry> found, int count) {
        return found.subList(Math.clamp(found.size() - (long) count, 0, found.size()), found.size());
    }

    /// Session 0 is the present one, negative numbers are earlier ones; `stop` is exclusive, and 0 stands for "to the end".
    private List<Entry> range(HistoryRequest.Range range) {
        if (range.getSessionIndex() != 0 && range.getSessionIndex() != SESSION) {
            return List.of();
        }
        int stop = range.getStop() <= 0 ? Integer.MAX_VALUE : range.getStop();
        return entries.stream().filter(entry -> entry.cell() >= range.getStart() && entry.cell() < stop).toList();
    }

    private List<Entry> matching(HistoryRequest.Search search) {
        String glob = search.getPattern() == null ? "*" : search.getPattern();
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        Set<String> seen = new HashSet<>();
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries.reversed()) { // of equal inputs the latest is kept
            if (pattern.matcher(entry.input()).matches() && (seen.add(entry.input()) || !search.filterUnique())) {
                found.addFirst(entry);
            }
        }
        return found;
    }

    private static JsonArray tuples(HistoryRequest request, List<Entry> found) {
        JsonArray tuples = new JsonArray();
        for (Entry entry : found) {
            JsonArray tuple = new JsonArray();
            tuple.add(SESSION);
            tuple.add(entry.cell());
            if (request.includeOutput()) {
                JsonArray pair = new JsonArray();
                pair.add(entry.input());
                pair.add(JsonNull.INSTANCE);
                tuple.add(pair);
            } else {
                tuple.add(entry.input());
            }
            tuples.add(tuple);
        }
        return tuples;
    }
}
