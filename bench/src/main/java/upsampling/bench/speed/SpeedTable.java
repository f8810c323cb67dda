package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured as text: a Markdown table for each number of threads and each direction, the machine and its ceilings above, the goals below.
final class SpeedTable {
    private static final double SECONDS_OF_A_MINUTE = 60;
    private static final double BYTES_OF_A_KILOBYTE = 1000;

    private SpeedTable() { }

    /// Returns the page `bench/results/speed.md`.
    static String page(Results results) {
        List<String> lines = new ArrayList<>(List.of("# How fast the operators are beside libtorch", "",
                "Written by `" + results.command() + "`; all values are in [speed.json](speed.json), and `./course bench --help` says what can be measured.", ""));
        lines.addAll(picture(results));
        lines.addAll(List.of("",
                "* Both sides run in one JVM with the same number of threads, in turns: a block of calls of libtorch in each of its layouts, a block of ours."
                + " *ratio* is our time divided by libtorch's in its better layout, the one in bold: below 1 we are faster. It is the median of the ratios of"
                + " neighbouring blocks.",
                "* Ours is the call that a program makes: the operator makes a new tensor, whose memory comes from the backend's pool, and the tensor is closed"
                + " before the next call. What weights need (packing, transforms) is done in every call and counts. *allocated* is what a call leaves to Java's"
                + " garbage collector.",
                "* *ceiling* is the least time that this machine needs, max(FLOP / peak, bytes / bandwidth), divided by our time. FLOP are those of the direct"
                + " formula, so an algorithm with fewer products may pass 100 %. *bound* says which of the two is the larger: C for computing, M for memory.",
                "* *error* is the largest difference of the timed results from libtorch's in float64; *allowed* is what rounding may explain.",
                "* Backward is the gradient of the input, and that of the weight where there is one.",
                "* Row 24, a copy, is the yardstick of the machine. \"disturbed\": the gate gave up waiting for a quiet machine, so the row says little.", ""));
        lines.add(text(results));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> picture(Results results) {
        int most = results.runs().stream().mapToInt(Results.Run::threads).max().orElse(0);
        return results.rows(most).isEmpty() ? List.of() : List.of("![" + Roofline.alt(results.rows(most), most) + "](roofline.png)");
    }

    /// Returns the tables and what belongs to them, for the terminal.
    static String text(Results results) {
        Machine machine = results.machine();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, %d processors, vectors of %d floats; Java %s with a heap of %.1f GB; libtorch %s with %s", machine.cpu(),
                machine.processors(), machine.lanes(), machine.java(), machine.heapGigabytes(), machine.libtorch(), machine.libtorchVectors()));
        for (Results.Run run : results.runs()) lines.addAll(lines(run, results.rows(run.threads())));
        return String.join("\n", lines);
    }

    private static List<String> lines(Results.Run run, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("", "## " + run.threads() + (run.threads() == 1 ? " thread" : " threads"), "", String.format(Locale.ROOT,
                "Ceilings: %.0f GFLOP/s; copying %.0f GB/s in large arrays, %.0f GB/s in 6 MB. The gate waited %d times; %.1f minutes in all.%s",
                run.ceilings().gigaflops(), run.ceilings().largeGigabytes(), run.ceilings().smallGigabytes(), run.gateWaits(), run.seconds() / SECONDS_OF_A_MINUTE,
                run.isComplete() ? "" : " Not all rows were measured.")));
        for (Direction direction : Direction.values()) {
            List<Row> some = rows.stream().filter(row -> row.direction().equals(direction.word())).toList();
            if (!some.isEmpty()) lines.addAll(table(direction, some));
        }
        List<String> goals = Goals.lines(rows);
        if (!goals.isEmpty()) lines.add("");
        for (String goal : goals) lines.add("* " + goal);
        return lines;
    }

    private static List<String> table(Direction direction, List<Row> rows) {
        List<String> lines = new ArrayList<>(List.of("",
                "| # | " + direction.word()
                + " | bound | ours, ms | nchw, ms | channels_last, ms | ratio | to nchw | ceiling | error | allowed | allocated, kB | gate |",
                "|---|---|---|---|---|---|---|---|---|---|---|---|---|"));
        for (Row row : rows) lines.add(line(row));
        return lines;
    }

    static String line(Row row) {
        boolean isNchw = row.peerLayout().equals(Layout.NCHW.word);
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %.2f | %.2f | %.0f %% | %s%.1e | %.1e | %.0f | %s |", row.number(), row.workload(),
                row.isComputeBound() ? "C" : "M", ms(row.oursMs()), bold(ms(Statistics.median(row.nchw())), isNchw),
                bold(ms(Statistics.median(row.channelsLast())), !isNchw), row.ratio(), row.ratioNchw(), 100 * row.ceilingShare(), row.agrees() ? "" : "✗ ",
                row.maxError(), row.allowedError(), row.bytesPerCall() / BYTES_OF_A_KILOBYTE, gate(row));
    }

    private static String gate(Row row) {
        return row.isDisturbed() ? "disturbed" : row.gateWaits() == 0 ? "" : row.gateWaits() + " waits";
    }

    private static String bold(String text, boolean isBold) {
        return isBold ? "**" + text + "**" : text;
    }

    /// Returns a time with three significant digits.
    private static String ms(double ms) {
        return String.format(Locale.ROOT, ms < 1 ? "%.3f" : ms < 10 ? "%.2f" : ms < 100 ? "%.1f" : "%.0f", ms);
    }
}
