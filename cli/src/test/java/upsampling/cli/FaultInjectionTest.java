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
import upsampling.cli.faults.FaultProcess;

/// Every claim cell notices when an operator it uses is false. A claim that survives is a defect of its lesson, or stands in `faults.txt` with a reason.
class FaultInjectionTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> claimsNoticeAFalseOperator() throws IOException {
        return Needs.orSkip(() -> {
            assumeTrue(Boolean.getBoolean("course.full"), "it takes minutes; ./course test --full runs it");
            Excuses excuses = Excuses.read(ROOT.resolve(FaultReport.LIST));
            FaultProcess process = FaultProcess.weave(folder);
            return LessonFiles.in(ROOT.resolve("notebooks")).stream().map(lesson -> dynamicTest(lesson.toString(), () -> {
                String name = lesson.file().getFileName().toString().replace(".ipynb", "");
                List<String> lines = process.run(lesson.file());
                FaultReport.write(ROOT, name, lines);
                assertEquals(List.of(), FaultReport.of(lines, excuses.startingWith(name + " ")).problems());
            }));
        });
    }
}
