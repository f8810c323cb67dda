package upsampling.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import upsampling.bench.gpu.GpuBench;
import upsampling.bench.speed.Speed;

/// The JVM behind `./course bench`. It ends with the exit codes of the course: 0 fine, 10 disagreements, 20 libtorch does not load or there is no GPU,
/// 30 wrong usage, 130 stopped.
public final class Bench {
    private static final int PERSON = 10;
    private static final int INFRASTRUCTURE = 20;
    private static final int USAGE = 30;
    private static final int STOPPED = 130;
    private static final long GRACE_SECONDS = 4;

    private static volatile boolean isStopped;

    private Bench() { }

    /// Runs what the arguments ask for: with `--check` the comparison of results, see {@link CheckOptions}, with `--gpu` the times on a GPU, see {@link GpuBench},
    /// which works without libtorch, else the comparison of times, see {@link Speed}.
    public static void main(String[] arguments) throws IOException {
        boolean isOnGpu = List.of(arguments).contains("--gpu");
        try {
            if (!isOnGpu) Libtorch.load();
        } catch (LinkageError e) {
            System.err.println("course: libtorch does not load on this machine: " + e.getMessage());
            System.exit(INFRASTRUCTURE);
            return;
        }
        CountDownLatch printed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(printed), "stop the comparison"));
        boolean agrees;
        try {
            if (isOnGpu) agrees = GpuBench.run(arguments, () -> isStopped);
            else agrees = List.of(arguments).contains("--check") ? check(arguments) : Speed.run(arguments, () -> isStopped);
        } catch (IllegalArgumentException e) {
            System.err.println("course: " + e.getMessage());
            printed.countDown();
            System.exit(USAGE);
            return;
        } catch (IllegalStateException e) {
            if (!isOnGpu) throw e;
            System.err.println("course: " + e.getMessage());
            printed.countDown();
            System.exit(INFRASTRUCTURE);
            return;
        }
        boolean stopped = isStopped;
        printed.countDown();
        System.exit(stopped ? STOPPED : agrees ? 0 : PERSON);
    }

    private static boolean check(String[] arguments) throws IOException {
        CheckOptions options = CheckOptions.of(arguments);
        List<Report> reports = check(options);
        boolean agrees = reports.stream().allMatch(r -> r.disagreements().isEmpty());
        if (options.out() != null) ResultFile.write(options.out(), ResultFile.text(options, reports, Libtorch.version()));
        if (options.json()) System.out.println(json(options, reports, agrees));
        return agrees;
    }

    private static List<Report> check(CheckOptions options) {
        CheckProgress progress = new CheckProgress(options.count() * options.twins().size());
        List<Report> reports = new ArrayList<>();
        for (Twin twin : options.twins()) {
            if (isStopped) break;
            Report report = new Check(twin, options.seed(), options.backend()).run(options.from(), options.count(), () -> isStopped, done -> progress.step(twin.name(), done));
            progress.finished(report.cases());
            reports.add(report);
            if (!options.json()) System.out.println(report.toText());
        }
        return reports;
    }

    /// Ctrl-C: the check ends before its next case, and what it has found is printed.
    private static void stop(CountDownLatch printed) {
        isStopped = true;
        try {
            printed.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String json(CheckOptions options, List<Report> reports, boolean agrees) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", options.command());
        document.put("libtorch", Libtorch.version());
        document.put("agrees", agrees);
        document.put("stopped", isStopped);
        document.put("operators", reports);
        document.put("differences", Differences.all());
        return new GsonBuilder().setPrettyPrinting().create().toJson(document);
    }
}
