package upsampling.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import upsampling.backend.Backend;

/// What checking one operator has shown.
///
/// @param operator its name
/// @param backend what ours computed with
/// @param seed of all cases
/// @param from index of the first case
/// @param cases how many legal ones were computed by both, and as many illegal ones rejected by both
/// @param wanted how many there should have been; more than `cases` if the run was stopped
/// @param worst largest difference relative to its bound; 1 is the bound
/// @param worstIndex the case in which it was
/// @param worstResult the result in which it was, such as `gradient of weight`
/// @param faults how often each kind of fault was drawn
/// @param disagreements all of them
/// @param seconds how long it took
record Report(String operator, String backend, long seed, long from, long cases, long wanted, double worst, long worstIndex, String worstResult, Map<String, Integer> faults,
              List<Disagreement> disagreements, double seconds) {
    private static final int MOST_SHOWN = 5;

    /// A case on which the two sides do not agree.
    ///
    /// @param configuration the parameters
    /// @param problem what is wrong, in one sentence
    /// @param repeat the command that runs exactly this case
    record Disagreement(long index, boolean isLegal, String configuration, String problem, String repeat) {
        static Disagreement of(Twin twin, Backend backend, long seed, long index, boolean isLegal, String configuration, String problem) {
            return new Disagreement(index, isLegal, configuration, problem, command(1, twin.name(), backend.name(), seed, index));
        }
    }

    /// Returns the command that runs some cases.
    static String command(long count, String operator, String backend, long seed, long from) {
        return "./course bench --check " + count + " --op " + operator + " --backend " + backend + " --seed " + seed + (from == 0 ? "" : " --from " + from);
    }

    boolean isComplete() {
        return cases == wanted;
    }

    /// Returns one line for the operator, and below it what is wrong.
    String toText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s %-21s %6d legal and %6d illegal cases, %s, %d disagreement%s, %.0f s%s", disagreements.isEmpty() ? "✓" : "✗",
                operator, cases, cases, error(), disagreements.size(), disagreements.size() == 1 ? "" : "s", seconds, isComplete() ? "" : ", stopped"));
        for (Disagreement d : disagreements.subList(0, Math.min(MOST_SHOWN, disagreements.size()))) {
            text.append(String.format("%n    %s case %d, %s%n      %s%n      repeat: %s", d.isLegal() ? "legal" : "illegal", d.index(), d.configuration(),
                    d.problem(), d.repeat()));
        }
        if (disagreements.size() > MOST_SHOWN) text.append(String.format("%n    and %d more; --json lists all", disagreements.size() - MOST_SHOWN));
        if (!isComplete()) text.append(String.format("%n    go on with: %s", command(wanted - cases, operator, backend, seed, from + cases)));
        return text.toString();
    }

    private String error() {
        return worst == 0 ? "no difference" : String.format(Locale.ROOT, "worst error %.2f of the bound (%s, case %d)", worst, worstResult, worstIndex);
    }

    /// Returns a row of the table that {@link ResultFile} writes.
    String toRow() {
        return String.format(Locale.ROOT, "| %s | %d..%d | %s | %d | %d | %d | %.0f |", operator, from, from + cases - 1, 
                worst == 0 ? "equal" : String.format(Locale.ROOT, "%.3f (%s, case %d)", worst, worstResult, worstIndex), faults.size(), disagreements.stream().filter(Disagreement::isLegal).count(),
                disagreements.stream().filter(d -> !d.isLegal()).count(), seconds);
    }
}
