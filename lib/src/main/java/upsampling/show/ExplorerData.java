package upsampling.show;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The states of an explorer as the script reads them.
///
/// A row of a matrix is written as its first input and the number of a pattern: the inputs it reads, counted from the first, and their weights.
/// The operators of the course move a few patterns along, so a state of 256 rows has some 2 kB, not the 20 kB of its weights. Equal states are
/// written once. Words and colours of every number are written here too; the script has no formula.
final class ExplorerData {
    private static final double DARKEST_COUNT = 0.8;
    private static final int SHORT_DIGITS = 2;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> patterns = new LinkedHashMap<>();
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final List<Integer> stateOf = new ArrayList<>();
    private final Scale weights;
    private final Scale sums;
    private int mostTaps = 1;

    /// @param all one state for each combination, the last control fastest
    ExplorerData(List<ExplorerState> all, Scale weights, Scale sums) {
        this.weights = weights;
        this.sums = sums;
        for (ExplorerState state : all) {
            String json = state.isAllowed() ? state(state.links()) : "{\"no\":" + Html.json(state.message()) + "}";
            stateOf.add(place(states, json));
        }
    }

    /// Returns the fields `numbers`, `taps`, `patterns`, `states` and `of`.
    String json() {
        List<String> taps = new ArrayList<>();
        for (int count = 0; count <= mostTaps; count++) taps.add(number(Integer.toString(count), "", Ramp.ACCENT.at(DARKEST_COUNT * count / mostTaps)));
        return "\"numbers\":[" + String.join(",", numbers.keySet()) + "],\"taps\":[" + String.join(",", taps) + "],\"patterns\":["
            + String.join(",", patterns.keySet()) + "],\"states\":[" + String.join(",\n", states.keySet()) + "],\"of\":" + stateOf.toString().replace(" ", "");
    }

    private String state(Links links) {
        StringBuilder rows = new StringBuilder();
        for (int o = 0; o < links.out().size(); o++) {
            int[] reads = links.reads(o);
            mostTaps = Math.max(mostTaps, reads.length);
            rows.append(o == 0 ? "" : ",").append(reads.length == 0 ? 0 : reads[0]).append(',').append(place(patterns, pattern(links, o, reads)));
        }
        return "{\"in\":[%d,%d],\"out\":[%d,%d],\"rows\":[%s]}".formatted(links.in().h(), links.in().w(), links.out().h(), links.out().w(), rows);
    }

    // the sum's number, then step from the first input and weight of each
    private String pattern(Links links, int output, int[] reads) {
        StringBuilder pattern = new StringBuilder("[").append(sum(links.sum(output)));
        for (int input : reads) pattern.append(',').append(input - reads[0]).append(',').append(weight(links.matrix()[output][input]));
        return pattern.append(']').toString();
    }

    private int weight(double v) {
        return place(numbers, number(Numbers.text(v), Numbers.text(v, SHORT_DIGITS), (weights.signed() ? Ramp.SIGNED : Ramp.KERNEL).at(weights.position(v))));
    }

    private int sum(double v) {
        return place(numbers, number(Numbers.text(v), Numbers.text(v, SHORT_DIGITS), (sums.signed() ? Ramp.SIGNED : Ramp.OUTPUT).at(sums.position(v))));
    }

    private static String number(String text, String shorter, Color fill) {
        return "[" + Html.json(text) + "," + Html.json(shorter) + ",\"" + Ink.hex(fill) + "\",\"" + Ink.hex(Ink.on(fill)) + "\"]";
    }

    private static int place(Map<String, Integer> known, String key) {
        Integer place = known.putIfAbsent(key, known.size());
        return place == null ? known.size() - 1 : place;
    }
}
