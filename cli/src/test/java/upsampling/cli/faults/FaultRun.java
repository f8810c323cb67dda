package upsampling.cli.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import upsampling.cli.faults.Faults.Kind;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.Evaluator;
import upsampling.kernel.eval.EvaluatorOptions;
import upsampling.kernel.notebook.Notebook;

/// Runs one lesson with woven operators, as a program of its own, since the woven classes must come first on its class path.
///
/// Each cell runs as it is. One with claims then runs again with every operator it has used made false, in each way, and once more as it is, so that
/// the next cell finds what it expects. The claims must notice: only a failed claim counts, no other error.
///
/// It prints one line for each try: `killed`, `survived` or `unchanged` (the fault changes no result of this cell), the cell's id, the operator, the kind.
final class FaultRun {
    private static final Duration CELL_LIMIT = Duration.ofSeconds(60);
    private static final Pattern CLAIM = Pattern.compile("\\bclaim(Close)?\\(");

    private FaultRun() { }

    public static void main(String[] arguments) {
        Notebook lesson = Notebook.read(Path.of(arguments[0]));
        var out = System.out; // cells get a stream of their own
        try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard().withTimeLimit(CELL_LIMIT))) {
            int number = 0;
            for (Notebook.Cell cell : lesson.cells()) {
                if (!cell.isCode()) continue;
                number++;
                Faults.inject(null, null);
                run(evaluator, number, cell);
                if (!CLAIM.matcher(cell.source()).find() || cell.hasTag("raises-exception")) continue;
                Set<String> used = Faults.used();
                for (String operator : used) {
                    for (Kind kind : Kind.values()) {
                        Faults.inject(operator, kind);
                        CellError error = run(evaluator, number, cell);
                        boolean killed = error != null && error.name().contains("ClaimFailed");
                        String outcome = killed ? "killed" : Faults.hasChangedAResult() ? "survived" : "unchanged";
                        out.println(outcome + " " + cell.id() + " " + operator + " " + kind + (error == null || killed ? "" : " (" + error.name() + ")"));
                        Faults.inject(null, null);
                        run(evaluator, number, cell);
                    }
                }
            }
        }
        System.exit(0); // threads that a cell has left do not keep the program
    }

    private static CellError run(Evaluator evaluator, int number, Notebook.Cell cell) {
        return evaluator.run(number, cell.source(), CellOutput.NONE).error();
    }
}
