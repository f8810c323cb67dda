package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What the public table is asked for, and which rows miss it.
///
/// Row 10 may be a little slower than libtorch: half of its bytes are weights, whose transform no other picture shares. Row 24, a copy, is the yardstick of the
/// machine and has no goal.
final class Goals {
    private static final String YARDSTICK = "24";
    private static final String FEW_PICTURES = "10";
    private static final double FEW_PICTURES_LIMIT = 1.05;
    private static final double COMPUTE_LIMIT = 0.9;
    private static final double COMPUTE_MEAN_LIMIT = 0.7;
    private static final double MEMORY_NCHW_LIMIT = 0.5;
    private static final double LEAST_SHARE = 0.7;
    private static final double LARGE_GIGAFLOP = 1;

    private Goals() { }

    /// Returns one line for each goal; none if no row of the public table was measured.
    ///
    /// @param rows of one number of threads
    static List<String> lines(List<Row> rows) {
        List<Row> all = rows.stream().filter(row -> !row.number().startsWith("+") && !row.number().equals(YARDSTICK)).toList();
        List<Row> forward = all.stream().filter(Row::isForward).toList();
        List<Row> compute = forward.stream().filter(Row::isComputeBound).toList();
        List<Row> memory = forward.stream().filter(row -> !row.isComputeBound()).toList();
        List<String> lines = new ArrayList<>();
        add(lines, "forward at most 1.00 of libtorch's better layout (row 10: 1.05)", forward, Row::ratio, row -> row.ratio() <= limit(row, 1));
        add(lines, "compute-bound forward rows at most 0.90 of it (row 10: 1.05)", compute, Row::ratio, row -> row.ratio() <= limit(row, COMPUTE_LIMIT));
        if (!compute.isEmpty()) {
            double mean = Statistics.geometricMean(compute.stream().map(Row::ratio).toList());
            lines.add(String.format(Locale.ROOT, "%s their geometric mean at most 0.70: %.2f", sign(mean <= COMPUTE_MEAN_LIMIT), mean));
        }
        add(lines, "memory-bound forward rows at most 0.50 of libtorch's nchw", memory, Row::ratioNchw, row -> row.ratioNchw() <= MEMORY_NCHW_LIMIT);
        add(lines, "memory-bound forward rows at most 1.00 of libtorch's channels_last", memory, Row::ratioChannelsLast, row -> row.ratioChannelsLast() <= 1);
        List<Row> backward = all.stream().filter(row -> !row.isForward()).toList();
        add(lines, "backward at most 1.00 of libtorch's better layout", backward, Row::ratio, row -> row.ratio() <= 1);
        List<Row> large = all.stream().filter(row -> row.gigaflop() >= LARGE_GIGAFLOP).toList();
        add(lines, "at least 0.70 of the ceiling where there is 1 GFLOP or more", large, Row::ceilingShare, row -> row.ceilingShare() >= LEAST_SHARE);
        return lines;
    }

    private static double limit(Row row, double usual) {
        return row.number().equals(FEW_PICTURES) ? FEW_PICTURES_LIMIT : usual;
    }

    private static void add(List<String> lines, String goal, List<Row> rows, ToDoubleFunction<Row> value, Predicate<Row> isReached) {
        if (rows.isEmpty()) return;
        List<Row> missed = rows.stream().filter(isReached.negate()).toList();
        String line = sign(missed.isEmpty()) + " " + goal + ": " + (rows.size() - missed.size()) + " of " + rows.size();
        String missing = missed.stream().map(row -> String.format(Locale.ROOT, "%s (%.2f)", row.number(), value.applyAsDouble(row)))
                .collect(Collectors.joining(", "));
        lines.add(missed.isEmpty() ? line : line + "; not " + missing);
    }

    private static String sign(boolean isReached) {
        return isReached ? "✓" : "✗";
    }
}
