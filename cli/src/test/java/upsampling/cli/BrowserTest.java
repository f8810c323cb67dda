package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Lesson 1 in JupyterLab, in a headless Chromium: what a learner sees and does. Screenshots are kept in `.course/screenshots`. Needs both Pythons and a
/// Chromium, which `./course test` finds and names, and Linux, whose procfs shows the threads of a kernel.
class BrowserTest {
    private static final int SCENARIOS = 9;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> lessonOneWorksInABrowser() throws IOException {
        return Needs.orSkip(() -> {
            String chromium = System.getProperty("course.chromium", "");
            assumeTrue(!chromium.isEmpty(), "no Chromium was named with -Dcourse.chromium; ./course test names the one on the PATH"
                + " (Debian and Ubuntu: apt install chromium)");
            assumeTrue(System.getProperty("os.name").equals("Linux"), "what a kernel's threads do is read in Linux's procfs");
            Path lesson = LessonFiles.choose(Path.of("..", "notebooks"), List.of("1")).getFirst().file().toAbsolutePath().normalize();
            Path screenshots = Path.of("..", ".course", "screenshots").toAbsolutePath().normalize();
            JupyterScript script = JupyterScript.run(folder, JupyterScript.testPython(), "browser_scenarios.py", JupyterScript.coursePython(), chromium,
                lesson.toString(), screenshots.toString());
            assertEquals(SCENARIOS, script.outcomes().size(), () -> String.join("\n", script.said()));
            return script.outcomes().stream().map(o -> dynamicTest(o.name(), o::report));
        });
    }
}
