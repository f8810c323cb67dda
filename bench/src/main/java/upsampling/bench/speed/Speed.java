package upsampling.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import upsampling.backend.VectorBackend;
import upsampling.backend.vector.Workers;

/// Measures our operators and libtorch's with one number of threads, in this JVM. Another number needs another JVM: libtorch does not change it without traces.
///
/// First come the ceilings of the machine, then all workloads and many other shapes are computed once, so that no kernel is measured as if it had only ever seen
/// one shape; then row after row is measured.
public final class Speed {
    private static final int PAUSE_MS = 100;
    private static final long NANOS = 1_000_000_000L;

    private final SpeedOptions options;
    private final BooleanSupplier isStopped;
    private final SpeedProgress progress;
    private final List<Entry> entries;
    private final List<Row> rows = new ArrayList<>();
    private final long start = System.nanoTime();

    private Speed(SpeedOptions options, BooleanSupplier isStopped) {
        this.options = options;
        this.isStopped = isStopped;
        entries = options.entries();
        progress = new SpeedProgress(options.threads(), entries.size());
    }

    /// Measures what the arguments ask for, and writes and prints the report, or keeps the values for the JVM that does.
    ///
    /// @param isStopped becomes true at Ctrl-C: then what is there is reported
    /// @return whether all rows were measured, and all our results were those of libtorch, up to rounding
    /// @throws IllegalArgumentException unless the arguments are allowed
    /// @throws IOException unless the files can be read and written
    public static boolean run(String[] arguments, BooleanSupplier isStopped) throws IOException {
        SpeedOptions options = SpeedOptions.of(arguments);
        Results results = new Speed(options, isStopped).measure();
        if (options.keep() != null && !isStopped.getAsBoolean()) {
            results.write(options.keep());
            return results.agrees() && results.isComplete();
        }
        List<Results> earlier = new ArrayList<>();
        for (var file : options.earlier()) earlier.add(Results.read(file));
        Results all = results.after(earlier);
        if (options.out() != null && all.isComplete()) SpeedReport.write(all, options.out());
        else if (options.out() != null) System.err.println(options.out() + " keeps what it has, since not all rows were measured.");
        System.out.println(options.isJson() ? all.toJson() : SpeedTable.text(all));
        return all.agrees() && all.isComplete();
    }

    private Results measure() {
        torch.set_num_threads(options.threads());
        Plan plan = options.plan();
        Workers workers = new Workers(options.threads());
        Gate gate = new Gate(() -> FmaLoop.gigaflops(workers), () -> Runner.pause(PAUSE_MS), System::nanoTime, isStopped, plan.mostWaits());
        VectorBackend backend = VectorBackend.withThreads(options.threads());
        awaitWarmUp();
        progress.step("measuring the ceilings of the machine");
        Ceilings ceilings = Ceilings.measure(workers);
        try (NoGradGuard _ = new NoGradGuard()) {
            Runner runner = new Runner(backend, options.threads(), ceilings, gate, plan, isStopped);
            pollute(runner);
            measure(runner, plan);
        }
        progress.close();
        int waits = rows.stream().mapToInt(Row::gateWaits).sum();
        Results.Run run = new Results.Run(options.threads(), ceilings, waits, (System.nanoTime() - start) / (double) NANOS, rows.size() == entries.size());
        return Results.of(options.command(), Machine.current(), run, rows);
    }

    /// The backend compiles its loops in the background; what it takes then is not there to be measured.
    private static void awaitWarmUp() {
        try {
            VectorBackend.awaitWarmUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pollute(Runner runner) {
        progress.step("computing everything once");
        for (Workload workload : PublicTable.otherShapes()) {
            for (Direction direction : Direction.values()) {
                if (isStopped.getAsBoolean()) return;
                runner.pollute(workload, direction);
            }
        }
        for (Entry entry : entries) {
            if (isStopped.getAsBoolean()) return;
            try {
                runner.pollute(entry.workload(), entry.direction());
            } catch (RuntimeException e) {
                // It will fail again when it is measured, and then be named.
            }
        }
    }

    private void measure(Runner runner, Plan plan) {
        long end = start + (long) (plan.seconds() * NANOS);
        progress.begin();
        for (int i = 0; i < entries.size() && !isStopped.getAsBoolean(); i++) {
            progress.row(i, entries.get(i));
            long now = System.nanoTime();
            try {
                runner.measure(entries.get(i), now + Math.max(0, end - now) / (entries.size() - i)).ifPresent(rows::add);
            } catch (RuntimeException e) {
                progress.problem(entries.get(i), e);
            }
        }
    }
}
