package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.notebook.Notebook;
import upsampling.kernel.notebook.OutputComparison;
import upsampling.kernel.spec.KernelSpec;

/// Lessons through Jupyter's protocol: nbclient starts the installed kernel, and the outputs mean what is stored. Needs a Python with nbclient, which
/// `./course test` names; three lessons always, all with `--full`.
class ThroughJupyterTest {
    private static final Set<Integer> ALWAYS = Set.of(1, 3, 5);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> lessonsRunOnTheInstalledKernel() throws IOException {
        return Needs.orSkip(() -> {
            String python = System.getProperty("course.python", "");
            assumeTrue(!python.isEmpty(), "no Python was named with -Dcourse.python; ./course test names the one of .venv");
            Path kernels = folder.resolve("kernels");
            KernelSpec.of(Place.javaHome(), Path.of("..", "kernel", "target", "kernel.jar").toAbsolutePath().normalize()).install(kernels, "java", false);
            boolean all = Boolean.getBoolean("course.full");
            return LessonFiles.in(Path.of("..", "notebooks")).stream().filter(l -> all || ALWAYS.contains(l.number()))
                .map(lesson -> dynamicTest(lesson.toString(), () -> assertSameOutputs(python, lesson)));
        });
    }

    private void assertSameOutputs(String python, LessonFiles.Lesson lesson) {
        Path executed = folder.resolve(lesson.file().getFileName().toString());
        List<String> said = new ArrayList<>();
        int code = Children.run(List.of(python, Path.of("src/main/python/through_nbclient.py").toAbsolutePath().toString(),
            lesson.file().toAbsolutePath().toString(), executed.toString()), Path.of("."), Map.of("JUPYTER_PATH", folder.toString()), said::add);
        assertEquals(0, code, () -> String.join("\n", said));
        assertTrue(Files.exists(executed), "no notebook was written");
        List<Notebook.Cell> stored = Notebook.read(lesson.file()).cells();
        List<Notebook.Cell> now = Notebook.read(executed).cells();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.get(i).isCode() || stored.get(i).hasTag("machine-dependent")) continue;
            Optional<String> difference = OutputComparison.difference(stored.get(i).outputs(), now.get(i).outputs());
            int number = stored.get(i).number();
            difference.ifPresent(d -> differences.add("cell " + number + ": " + d));
        }
        assertEquals(List.of(), differences);
    }
}
