package upsampling.bench.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import upsampling.bench.speed.Direction;

/// What was measured on a device as text: a Markdown table for each direction, the device and its ceilings above.
final class GpuPage {
    private static final String NONE = "–";

    private GpuPage() { }

    /// Returns the page `bench/results/gpu.md`.
    static String page(GpuResults results) {
        List<String> lines = new ArrayList<>(List.of("# How fast the operators are on a GPU", "",
                "Written by `" + results.command() + "`; all values are in [gpu.json](gpu.json), and [docs/gpu.md](../../docs/gpu.md) says how to measure.", "",
                "* A block of calls is timed from the moment when the device has nothing to do until it has done all of them; *ours* is the median of the blocks, for one"
                + " call. Calls go round through so many tensors that no cache of 60 MB holds them. \"launches\": Java and the driver take as long to ask for the call as the"
                + " device to do it.",
                "* *ceiling* is the least time over ours. For memory (M) that is the least number of bytes over the bandwidth of a copy. For computing (C) it is the FLOP of"
                + " the direct formula over the speed of PyTorch's matrix product in strict float32, and unknown where PyTorch was not asked.",
                "* *torch* is PyTorch in strict float32 in its faster layout, on the same device, in a process of its own; *ratio* is our time over it: below 1 we are faster."
                + " *TF32* is either side where it may round factors to ten bits: another result, three digits less; *its error* is ours.",
                "* *error* is the largest difference of our timed results from float64; ✗: more than rounding may explain.",
                "* Backward is the gradient of the input, and that of the weight where there is one.", ""));
        lines.add(text(results));
        return String.join("\n", lines) + "\n";
    }

    /// Returns the tables and what belongs to them, for the terminal.
    static String text(GpuResults results) {
        List<String> lines = new ArrayList<>();
        if (results.note() != null) lines.addAll(List.of("**" + results.note() + "**", ""));
        lines.addAll(List.of(String.format(Locale.ROOT, "%s, compute capability %s, driver for %s; Java %s; %s; measured %s.", results.device(), results.computeCapability(),
                results.driver(), results.java(), results.torch() == null ? "PyTorch was not asked" : "PyTorch " + results.torch(), results.date()), "",
                ceilings(results.ceilings())));
        for (String problem : results.problems()) lines.addAll(List.of("", "Not measured: " + problem));
        if (!results.isComplete() && results.problems().isEmpty()) lines.addAll(List.of("", "Stopped: not all rows were measured."));
        for (Direction direction : Direction.values()) {
            List<GpuRow> some = results.rows().stream().filter(row -> row.direction().equals(direction.word())).toList();
            if (!some.isEmpty()) lines.addAll(table(direction, some));
        }
        return String.join("\n", lines);
    }

    private static String ceilings(GpuCeilings ceilings) {
        String copy = String.format(Locale.ROOT, "Ceilings: copying %.0f GB/s with our kernels", ceilings.copyGigabytes());
        if (ceilings.peerCopyGigabytes() != null) copy += String.format(Locale.ROOT, ", %.0f GB/s with PyTorch's", ceilings.peerCopyGigabytes());
        if (ceilings.peerGigaflops() == null) {
            return copy + "; how fast it computes at most was not measured, so compute-bound rows have no share, and C stands where there are more than "
                + Math.round(GpuCeilings.USUAL_RIDGE) + " FLOP for a byte.";
        }
        return copy + String.format(Locale.ROOT, "; %.0f GFLOP/s in PyTorch's matrix product in strict float32.", ceilings.peerGigaflops());
    }

    private static List<String> table(Direction direction, List<GpuRow> rows) {
        List<String> lines = new ArrayList<>(List.of("",
                "| # | " + direction.word() + " | bound | ours, ms | torch, ms | layout | ratio | ceiling | GFLOP/s | GB/s | error | allowed | ours TF32, ms | torch TF32, ms | its error | |",
                "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"));
        for (GpuRow row : rows) lines.add(line(row));
        return lines;
    }

    static String line(GpuRow row) {
        String layout = row.peer() == null ? NONE : row.peer().substring(row.peer().lastIndexOf(' ') + 1);
        return List.of(row.number(), row.workload(), row.bound().equals("compute") ? "C" : "M", ms(row.oursMs()), ms(row.peerMs()), layout,
                number("%.2f", row.ratio()), row.ceilingShare() == null ? NONE : number("%.0f %%", 100 * row.ceilingShare()),
                number("%.0f", row.gigaflop() / row.oursMs() * 1e3), number("%.0f", row.megabytes() / row.oursMs()),
                (row.agrees() ? "" : "✗ ") + number("%.1e", row.maxError()), number("%.1e", row.allowedError()), ms(row.tf32Ms()), ms(tf32(row)),
                number("%.1e", row.tf32Error()), row.isLimitedByLaunches() ? "launches" : "")
                .stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static Double tf32(GpuRow row) {
        double least = row.peers().stream().filter(peer -> !peer.isStrict()).mapToDouble(Peer.Row::ms).min().orElse(Double.NaN);
        return Double.isNaN(least) ? null : (Double) least;
    }

    private static String number(String format, Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, format, value);
    }

    /// Returns a time with three significant digits, down to a hundred-thousandth.
    private static String ms(Double ms) {
        return ms == null ? NONE : number(ms < 0.1 ? "%.5f" : ms < 1 ? "%.3f" : ms < 10 ? "%.2f" : "%.1f", ms);
    }
}
