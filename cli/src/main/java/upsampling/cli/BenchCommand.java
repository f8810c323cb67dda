package upsampling.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `course bench`: the operators beside libtorch, PyTorch's library, in one JVM.
@Command(
    name = "bench",
    description = {
        "Compares the operators with libtorch, PyTorch's library, in one JVM.",
        "",
        "--check draws random configurations. Of each there is a legal one, whose result and gradients must agree, and an illegal one, which both must"
            + " reject. A configuration depends on the seed and its index alone: a run that was stopped goes on with --from, and each failure names the"
            + " command that repeats it.",
        "",
        "The first run downloads libtorch, about 113 MB, and unpacks it into .course/."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--check", required = true, paramLabel = "N", description = "Cases of each sort for each operator.")
    private long count;

    @Option(names = "--op", paramLabel = "NAME", description = "Only this operator, such as Conv2d.")
    private String operator;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed of the configurations; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--from", paramLabel = "INDEX", defaultValue = "0", description = "Index of the first case; default ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Also writes the result as a page, such as bench/results/check.md.")
    private Path out;

    @Override
    public Integer call() {
        if (count < 1) throw Failure.usage("--check must be >= 1, but was " + count);
        if (from < 0) throw Failure.usage("--from must be >= 0, but was " + from);
        BenchModule module = new BenchModule(Place.find());
        try (Progress progress = new Progress()) {
            module.build(progress);
        }
        return module.run(arguments());
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--check", "" + count, "--seed", "" + seed, "--from", "" + from));
        if (operator != null) arguments.addAll(List.of("--op", operator));
        if (json) arguments.add("--json");
        if (out != null) arguments.addAll(List.of("--out", out.toString()));
        return arguments;
    }
}
