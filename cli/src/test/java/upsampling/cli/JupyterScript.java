package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import upsampling.kernel.spec.KernelSpec;

/// Tests that are written in Python, since Jupyter's clients are: a script in `src/test/python` prints one JSON line for each case, and every case
/// becomes a test here. The kernel is the one this build has packaged, installed where only the script looks.
///
/// @param outcomes in the order in which the script ran them
/// @param said everything else the script has printed
record JupyterScript(List<Outcome> outcomes, List<String> said) {

    /// What became of one case.
    ///
    /// @param outcome `passed`, `failed` or `skipped`
    /// @param message why; empty when it passed
    record Outcome(String name, String outcome, String message) {
        /// Ends the test as the case has ended.
        void report() {
            switch (outcome) {
                case "passed" -> { }
                case "skipped" -> throw new TestAbortedException(message);
                default -> fail(name + ": " + lastLine(message) + "\n" + message);
            }
        }

        private static String lastLine(String text) {
            return text.lines().filter(l -> !l.isBlank()).reduce((a, b) -> b).orElse("no message").strip();
        }
    }

    /// The Python with the packages of `requirements-test.lock`; aborts the test where none was named.
    static String testPython() {
        return named("course.testPython", ".course/test-venv");
    }

    /// The Python of the course, which has JupyterLab; aborts the test where none was named.
    static String coursePython() {
        return named("course.python", ".venv");
    }

    private static String named(String property, String folder) {
        String python = System.getProperty(property, "");
        assumeTrue(!python.isEmpty(), "no Python was named with -D" + property + "; ./course test names the one of " + folder);
        return python;
    }

    /// Installs the kernel below `folder`, runs a script to its end and returns what it found.
    ///
    /// @throws AssertionError when the script itself fails: then its cases mean nothing
    static JupyterScript run(Path folder, String python, String script, String... arguments) throws IOException {
        Path kernel = Path.of("..", "kernel", "target", "kernel.jar").toAbsolutePath().normalize();
        KernelSpec.of(Place.javaHome(), kernel).install(folder.resolve("kernels"), KernelSpec.NAME, false);
        Path config = Files.createDirectories(folder.resolve("config"));
        Path runtime = Files.createDirectories(folder.resolve("runtime"));
        Map<String, String> environment = new HashMap<>(Map.of("JUPYTER_PATH", folder.toString(), "JUPYTER_CONFIG_DIR", config.toString(),
            "JUPYTER_RUNTIME_DIR", runtime.toString(), "PYTHONDONTWRITEBYTECODE", "1", "PYTHONIOENCODING", "utf-8"));
        List<String> command = new ArrayList<>(List.of(python, Path.of("src/test/python", script).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        List<Outcome> outcomes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        int code = Children.run(command, Path.of("."), environment, line -> {
            if (!line.startsWith("{\"name\"")) {
                said.add(line);
                return;
            }
            JsonObject found = JsonParser.parseString(line).getAsJsonObject();
            outcomes.add(new Outcome(found.get("name").getAsString(), found.get("outcome").getAsString(), found.get("message").getAsString()));
        });
        assertEquals(0, code, () -> script + " ended with code " + code + ":\n" + String.join("\n", said));
        return new JupyterScript(outcomes, said);
    }

    List<String> names() {
        return outcomes.stream().map(Outcome::name).toList();
    }
}
