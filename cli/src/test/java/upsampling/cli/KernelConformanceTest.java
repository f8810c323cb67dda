package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The kernel before Jupyter's own tests of a kernel, and before nbclient and the queue of Run All. Needs the Python of `.course/test-venv`, which
/// `./course test` makes and names.
class KernelConformanceTest {
    /// All of jupyter_kernel_test 0.7. The pager is a way to show help that Jupyter has given up, and the only one that may be skipped.
    private static final List<String> NAMES = List.of("test_clear_output", "test_completion", "test_display_data", "test_error", "test_execute_result",
        "test_execute_stderr", "test_execute_stdout", "test_history", "test_inspect", "test_is_complete", "test_kernel_info", "test_pager");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> jupytersOwnTestsPass() throws IOException {
        return Needs.orSkip(() -> {
            JupyterScript script = JupyterScript.run(folder, JupyterScript.testPython(), "conformance.py");
            List<String> ran = script.outcomes().stream().filter(o -> !o.outcome().equals("skipped")).map(JupyterScript.Outcome::name).toList();
            System.out.println("jupyter_kernel_test ran " + ran.size() + " of " + NAMES.size() + ": " + String.join(", ", ran));
            assertEquals(NAMES, script.names(), () -> String.join("\n", script.said()));
            return script.outcomes().stream().filter(o -> !o.name().equals("test_pager")).map(o -> dynamicTest(o.name(), () -> {
                assertEquals("", o.message());
                assertEquals("passed", o.outcome());
            }));
        });
    }

    @TestFactory
    Stream<DynamicTest> timeoutsTagsAndErrorsAreHonoured() throws IOException {
        return Needs.orSkip(() -> {
            JupyterScript script = JupyterScript.run(folder, JupyterScript.testPython(), "through_protocol.py");
            assertEquals(6, script.outcomes().size(), () -> String.join("\n", script.said()));
            return script.outcomes().stream().map(o -> dynamicTest(o.name(), o::report));
        });
    }
}
