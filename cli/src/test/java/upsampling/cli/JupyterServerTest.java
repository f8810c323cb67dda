package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Two kernels below one JupyterLab server, which then is killed. Needs both Pythons, which `./course test` makes and names.
class JupyterServerTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> kernelsAreSeparateAndEndWithTheirServer() throws IOException {
        return Needs.orSkip(() -> {
            JupyterScript script = JupyterScript.run(folder, JupyterScript.testPython(), "server_scenarios.py", JupyterScript.coursePython(),
                folder.resolve("server").toString(), LabCommand.opensWith("/lab/tree/notebooks/00-start.ipynb"));
            assertEquals(3, script.outcomes().size(), () -> String.join("\n", script.said()));
            return script.outcomes().stream().map(o -> dynamicTest(o.name(), o::report));
        });
    }
}
