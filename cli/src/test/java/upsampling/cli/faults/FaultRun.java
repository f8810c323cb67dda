package upsampling.cli.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import upsampling.cli.faults.Faults.Kind;
import upsampling.cli.faults.LessonSnippets.Part;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.Evaluator;
import upsampling.kernel.eval.EvaluatorOptions;
import upsampling.kernel.notebook.Notebook;

/// Runs one lesson with woven operators, as a program of its own, since the woven classes must come first on its class path.
///
/// First it runs the lesson as it is, and notes which operators are used. Then, for each of them and each kind of fault, it runs the lesson with this
/// operator false. A cell *uses* it if one of its claims calls it, or reads a variable or method that goes back to a changed result: such a cell must
/// fail. Snippets run one by one, so a failed claim keeps no later one from being tried.
///
/// It prints one line for each try, `caught` or `survived` with lesson, cell, operator and fault; and `broken` for what fails without a fault.
final class FaultRun {
    private static final Duration SNIPPET_LIMIT = Duration.ofMinutes(5); // trainings take their time without the second compiler

    private final String lesson;
    private final List<Part> parts;
    private final PrintStream out = System.out; // cells get a stream of their own

    private FaultRun(Notebook notebook) {
        lesson = notebook.file().getFileName().toString().replace(".ipynb", "");
        parts = LessonSnippets.of(notebook);
    }

    /// @param arguments the notebook
    public static void main(String[] arguments) {
        FaultRun run = new FaultRun(Notebook.read(Path.of(arguments[0])));
        for (String operator : run.operators()) {
            for (Kind kind : Kind.values()) run.inject(operator, kind);
        }
        System.exit(0); // threads that a cell has left do not keep the program
    }

    /// Runs the lesson as it is, and returns the operators it uses.
    private Set<String> operators() {
        Set<String> operators = new LinkedHashSet<>();
        Faults.inject(null, null);
        try (Evaluator evaluator = start()) {
            for (Part part : parts) {
                CellError error = run(evaluator, part);
                if (error != null) out.println("broken " + lesson + " " + part.cell().id() + " " + error.name() + ": " + error.message().lines().findFirst().orElse(""));
            }
            operators.addAll(Faults.used());
        }
        return operators;
    }

    /// Runs the lesson with one operator false.
    private void inject(String operator, Kind kind) {
        Faults.inject(operator, kind);
        Set<String> touched = new HashSet<>();
        Map<String, Boolean> caught = new LinkedHashMap<>(); // by cell; only cells that use the operator
        try (Evaluator evaluator = start()) {
            for (Part part : parts) {
                Faults.forget();
                boolean fails = run(evaluator, part) != null;
                boolean uses = Faults.hasChangedAResult() || part.reads().stream().anyMatch(touched::contains);
                if (uses) touched.addAll(part.changes());
                else touched.removeAll(declared(part));
                if (part.claims() && uses) caught.merge(part.cell().id(), fails, Boolean::logicalOr);
            }
        }
        String fault = operator + " " + kind.name().toLowerCase(Locale.ROOT);
        caught.forEach((cell, noticed) -> out.println((noticed ? "caught " : "survived ") + lesson + " " + cell + " " + fault));
    }

    /// A name that is declared anew has lost what it held; one that is only changed may hold it still.
    private static Set<String> declared(Part part) {
        return part.declares() ? part.changes() : Set.of();
    }

    private static Evaluator start() {
        return Evaluator.start(EvaluatorOptions.standard().withTimeLimit(SNIPPET_LIMIT));
    }

    private static CellError run(Evaluator evaluator, Part part) {
        return evaluator.run(part.number(), part.source(), CellOutput.NONE).error();
    }
}
