package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// What one notebook consists of while it is open.
///
/// @param shell compiles snippets and knows what is defined
/// @param analysis cuts source into snippets
/// @param execution runs what was compiled
/// @param threads the threads of the cells
/// @param positions where each snippet stands
/// @param failures writes exceptions by these positions
record Session(JShell shell, SourceCodeAnalysis analysis, Execution execution, CellThreads threads, Positions positions, Failures failures) {
    private static final String VECTOR = "jdk.incubator.vector";

    /// Opens a session in this JVM. Takes 0.3 to 0.7 s, most of it the compiler's first use.
    static Session open(EvaluatorOptions options) {
        Positions positions = new Positions();
        Failures failures = new Failures(positions);
        SnippetLoader loader = new SnippetLoader(options.parent());
        CellThreads threads = new CellThreads(loader, failure -> {
            System.err.println("Exception in thread " + Thread.currentThread().getName());
            failures.traceback(failure).forEach(System.err::println);
        });
        Execution execution = new Execution(loader, threads);
        JShell shell = JShell.builder()
                .executionEngine(new Provider(execution), Map.of())
                .compilerOptions(compilerOptions())
                .fileManager(ClassPathFiles::new)
                .build();
        for (String line : options.imports()) {
            shell.eval("import " + line + ";");
        }
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis(); // last: it starts to index all classes, in a thread of its own
        positions.of(shell, analysis);
        failures.of(shell);
        return new Session(shell, analysis, execution, threads, positions, failures);
    }

    /// The JVM's own `--add-modules` is not enough: cells would compile with "package is not visible".
    private static String[] compilerOptions() {
        List<String> options = new ArrayList<>();
        if (ModuleLayer.boot().findModule(VECTOR).isPresent()) {
            options.add("--add-modules");
            options.add(VECTOR);
        }
        return options.toArray(String[]::new);
    }

    private record Provider(Execution execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "upsampling";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
