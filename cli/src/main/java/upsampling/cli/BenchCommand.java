package upsampling.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import upsampling.backend.cuda.CudaProbe;

/// `course bench`: the operators beside libtorch, PyTorch's library, in one JVM: how fast they are, or with `--check` whether they compute the same.
@Command(
    name = "bench",
    description = {
        "Compares the operators with libtorch, PyTorch's library, in one JVM: how fast they are, or with --check whether they compute the same.",
        "",
        "Without --check it measures 24 public workloads, forward and backward, with one thread and with two, each in a JVM of its own; libtorch in both of its"
            + " layouts. The tables are printed, and bench/results/ gets speed.md, roofline.png and speed.json. Let nothing else run: it waits for quiet"
            + " moments, and a row that found none says \"disturbed\". Ctrl-C prints what is there.",
        "",
        "--shape measures one more workload: the operator, then its numbers in any order:",
        "  maxpool k3 s2 p1 64@112x112 n8           channels@rows x columns, batch",
        "  avgpool k2 64@112x112 n8",
        "  nearest x2 64@56x56 n8                   also bilinear, bicubic",
        "  bicubic to100x130 3@64x80                a size in place of a scale",
        "  conv 64>64 k3 p1 56x56 n4                channels in>out",
        "  conv_transpose 128>64 k4 s2 p1 32x32 n16",
        "  pixel_shuffle r2 256@56x56 n8",
        "  copy 64@56x56 n8",
        "k kernel, s stride, p padding, d dilation, op output padding: one number, or rows x columns as in k3x5; g groups; n batch.",
        "",
        "--check draws random configurations. Of each there is a legal one, whose result and gradients must agree, and an illegal one, which both must"
            + " reject. A configuration depends on the seed and its index alone: a run that was stopped goes on with --from, and each failure names the"
            + " command that repeats it.",
        "",
        "--gpu measures our operators on an NVIDIA GPU, on the public workloads and larger ones; bench/results/ gets gpu.md and gpu.json. PyTorch, if this machine"
            + " has it, measures the same in a process of its own: see docs/gpu.md.",
        "",
        "The first run downloads libtorch, about 113 MB, and unpacks it into .course/."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 2;

    @Option(names = "--quick", description = "Shorter blocks and fewer of them: the whole public table in less than ten minutes.")
    private boolean quick;

    @Option(names = "--threads", paramLabel = "N", description = "Measures with so many threads only, such as 1 or 2; default: with 1, then with 2.")
    private Integer threads;

    @Option(names = "--shape", paramLabel = "WORKLOAD", description = "Measures this workload too, see above; may be given several times.")
    private List<String> shapes = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "ROWS",
        description = "Only these rows of the public table, such as 1,12,12b, or none; then bench/results/ is not written.")
    private String rows;

    @Option(names = "--gpu", description = "Measures our operators on the GPU of this machine.")
    private boolean gpu;

    @Option(names = "--peer", paramLabel = "FILE", description = "With --gpu: what bench/gpu/torch_side.py has measured; the table then has PyTorch's times too.")
    private Path peer;

    @Option(names = "--workloads", paramLabel = "FILE", description = "With --gpu: only writes the list of workloads that bench/gpu/torch_side.py reads.")
    private Path workloads;

    @Option(names = "--rehearse", hidden = true, description = "With --gpu: tiny shapes on the stand-in driver of the tests; its times mean nothing.")
    private boolean rehearse;

    @Option(names = "--check", paramLabel = "N", description = "Compares results in place of times: N cases of each sort for each operator.")
    private Long count;

    @Option(names = "--op", paramLabel = "NAME", description = "With --check: only this operator, such as Conv2d.")
    private String operator;

    @Option(names = "--backend", paramLabel = "NAME", description = "With --check: what ours computes with, vector, scalar or cuda; default: vector if Java has it.")
    private String backend;

    @Option(names = "--seed", paramLabel = "S", description = "With --check: seed of the configurations; default 1.")
    private Long seed;

    @Option(names = "--from", paramLabel = "INDEX", description = "With --check: index of the first case; default 0.")
    private Long from;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Option(names = "--out", paramLabel = "PATH",
        description = "Where the result goes: the folder for table, picture and values, default bench/results; with --check a file, such as bench/results/check.md.")
    private Path out;

    @Override
    public Integer call() {
        checkOptions();
        Place place = Place.find();
        if (gpu && workloads == null && CudaProbe.ask() instanceof CudaProbe.Missing missing) { // before anything is built for it
            throw Failure.infrastructure("bench --gpu needs an NVIDIA GPU: " + missing);
        }
        BenchModule module = new BenchModule(place);
        try (Progress progress = new Progress()) {
            module.build(progress);
        }
        if (gpu) return module.gpu(gpuArguments(place));
        return count != null ? module.run(checkArguments()) : measure(place, module);
    }

    private void checkOptions() {
        if (count != null && count < 1) throw Failure.usage("--check must be >= 1, but was " + count);
        if (from != null && from < 0) throw Failure.usage("--from must be >= 0, but was " + from);
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads != null && (threads < 1 || threads > processors)) {
            throw Failure.usage("--threads must be 1.." + processors + ", as this machine runs " + processors + " at once, but was " + threads);
        }
        if (count == null && (operator != null || backend != null || seed != null || from != null)) {
            throw Failure.usage("--op, --backend, --seed and --from belong to --check, such as: ./course bench --check 1000 --op Conv2d");
        }
        if (count != null && (quick || threads != null || rows != null || !shapes.isEmpty())) {
            throw Failure.usage("--quick, --threads, --rows and --shape measure times, --check compares results; run one after the other");
        }
        if (gpu && (count != null || threads != null)) throw Failure.usage("--gpu measures times on the GPU: it goes without --check and --threads");
        if (!gpu && (peer != null || workloads != null || rehearse)) throw Failure.usage("--peer and --workloads belong to --gpu, such as: ./course bench --gpu --peer torch.json");
    }

    private List<String> checkArguments() {
        List<String> arguments = new ArrayList<>(List.of("--check", "" + count, "--seed", "" + (seed == null ? 1 : seed), "--from", "" + (from == null ? 0 : from)));
        if (operator != null) arguments.addAll(List.of("--op", operator));
        if (backend != null) arguments.addAll(List.of("--backend", backend));
        if (json) arguments.add("--json");
        if (out != null) arguments.addAll(List.of("--out", out.toString()));
        return arguments;
    }

    private List<String> gpuArguments(Place place) {
        List<String> arguments = new ArrayList<>(List.of("--gpu"));
        if (quick) arguments.add("--quick");
        if (rehearse) arguments.add("--rehearse");
        if (rows != null) arguments.addAll(List.of("--rows", rows));
        for (String shape : shapes) arguments.addAll(List.of("--shape", shape));
        if (json) arguments.add("--json");
        if (peer != null) arguments.addAll(List.of("--peer", peer.toString()));
        if (workloads != null) arguments.addAll(List.of("--workloads", workloads.toString()));
        Path folder = out != null ? out : rows == null && !rehearse ? place.root().resolve("bench/results") : null;
        if (folder != null) arguments.addAll(List.of("--out", folder.toString()));
        return arguments;
    }

    /// One JVM for each number of threads. All but the last keep their values in a file; the last one reads these and makes the report.
    private int measure(Place place, BenchModule module) {
        List<Integer> runs = threads != null ? List.of(threads)
            : IntStream.rangeClosed(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())).boxed().toList();
        List<String> earlier = new ArrayList<>();
        boolean agrees = true;
        for (int run : runs) {
            Path keep = run == runs.getLast() ? null : Place.make(place.root().resolve(".course")).resolve("bench-" + run + ".json");
            int code = module.measure(run, arguments(place, run, keep, earlier));
            if (code != Exit.OK && code != Exit.PERSON) return code;
            agrees &= code == Exit.OK;
            earlier.addAll(keep == null ? List.of() : List.of("--earlier", keep.toString()));
        }
        return agrees ? Exit.OK : Exit.PERSON;
    }

    private List<String> arguments(Place place, int run, Path keep, List<String> earlier) {
        List<String> arguments = new ArrayList<>(List.of("--threads", "" + run));
        if (quick) arguments.add("--quick");
        if (rows != null) arguments.addAll(List.of("--rows", rows));
        for (String shape : shapes) arguments.addAll(List.of("--shape", shape));
        if (json) arguments.add("--json");
        if (keep != null) arguments.addAll(List.of("--keep", keep.toString()));
        Path folder = out != null ? out : rows == null ? place.root().resolve("bench/results") : null;
        if (folder != null) arguments.addAll(List.of("--out", folder.toString()));
        arguments.addAll(earlier);
        return arguments;
    }
}
