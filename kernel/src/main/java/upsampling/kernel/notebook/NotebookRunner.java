package upsampling.kernel.notebook;

import com.google.gson.JsonArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellResult;
import upsampling.kernel.eval.Evaluator;
import upsampling.kernel.eval.EvaluatorOptions;
import upsampling.kernel.eval.StreamName;
import upsampling.lesson.Lesson;

/// Runs a notebook from top to bottom with the kernel's evaluator, in this JVM, without Jupyter and without Python.
public final class NotebookRunner {
    /// The longest a cell may take when nothing else is said.
    public static final Duration CELL_LIMIT = Duration.ofSeconds(60);

    private final Duration cellLimit;
    private final Listener listener;

    /// Told before each code cell is run.
    public interface Listener {
        void starts(int done, int total, Notebook.Cell cell);
    }

    /// One code cell that was run.
    ///
    /// @param error what ended it, or null
    public record CellRun(Notebook.Cell cell, JsonArray outputs, CellError error, double seconds) {

        /// Returns whether the cell ended as its author meant it to: with an error if, and only if, it has the tag `raises-exception`.
        public boolean isFine() {
            return (error != null) == cell.hasTag("raises-exception");
        }
    }

    /// A notebook that was run, up to the first cell that failed.
    ///
    /// @param claims how many claims of the lesson held
    public record Run(Notebook notebook, List<CellRun> cells, int claims) {

        public double seconds() {
            return cells.stream().mapToDouble(CellRun::seconds).sum();
        }

        public Optional<CellRun> failure() {
            return cells.stream().filter(c -> !c.isFine()).findFirst();
        }

        public Optional<CellRun> slowest() {
            return cells.stream().max(java.util.Comparator.comparingDouble(CellRun::seconds));
        }

        /// Returns the first cell whose stored outputs mean something else than what came now, as one sentence each; cells tagged `machine-dependent` are not compared.
        public List<String> differences() {
            List<String> differences = new ArrayList<>();
            for (CellRun run : cells) {
                if (run.cell().hasTag("machine-dependent")) continue;
                OutputComparison.difference(run.cell().outputs(), run.outputs())
                    .ifPresent(d -> differences.add("cell " + run.cell().number() + ": " + d));
            }
            return differences;
        }

        /// Puts the outputs into the notebook, numbered from 1 as after Restart and Run All.
        public void store() {
            int count = 0;
            for (CellRun run : cells) run.cell().setOutputs(++count, run.outputs());
        }
    }

    public NotebookRunner(Duration cellLimit, Listener listener) {
        this.cellLimit = cellLimit;
        this.listener = listener;
    }

    /// Runs all code cells until one fails.
    public Run run(Notebook notebook) {
        List<Notebook.Cell> code = notebook.cells().stream().filter(Notebook.Cell::isCode).toList();
        List<Ended> ended = new ArrayList<>();
        Map<String, OutputRecorder> shownBy = new ConcurrentHashMap<>();
        Lesson.reset();
        try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard().withTimeLimit(cellLimit))) {
            for (Notebook.Cell cell : code) {
                listener.starts(ended.size(), code.size(), cell);
                ended.add(run(evaluator, cell, ended.size() + 1, new OutputRecorder(shownBy)));
                if (!ended.getLast().result().isFine()) break;
            }
        }
        return new Run(notebook, ended.stream().map(Ended::result).toList(), Lesson.claimsHeld());
    }

    /// A cell that has ended. Its outputs are read when all have: a later cell may update what this one has shown.
    private record Ended(Notebook.Cell cell, OutputRecorder recorder, CellError error, double seconds) {

        CellRun result() {
            return new CellRun(cell, recorder.outputs(), error, seconds);
        }
    }

    private static Ended run(Evaluator evaluator, Notebook.Cell cell, int count, OutputRecorder recorder) {
        long start = System.nanoTime();
        CellResult result = evaluator.run(count, cell.source(), recorder);
        double seconds = (System.nanoTime() - start) / 1e9;
        for (String warning : result.warnings()) recorder.stream(StreamName.STDERR, "warning: " + warning + "\n"); // as the kernel says it
        if (result.error() != null) recorder.error(result.error());
        else if (result.value() != null) recorder.result(result.value(), count);
        return new Ended(cell, recorder, result.error(), seconds);
    }
}
