package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.cli.faults.FaultProcess;

/// Every claim cell notices when an operator it uses is false. A claim that survives is a defect of its lesson, or stands in `faults.txt` with a
/// reason. `-Dcourse.lessons=6,8` runs these lessons only.
class FaultInjectionTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;
    private final ExecutorService pairs = Executors.newFixedThreadPool(2); // a lesson keeps one core busy, and most machines have two

    @AfterEach
    void stop() {
        pairs.shutdownNow(); // what still runs is interrupted, and ends its process
        pairs.close();
    }

    @TestFactory
    Stream<DynamicTest> claimsNoticeAFalseOperator() throws IOException {
        return Needs.orSkip(() -> {
            assumeTrue(Boolean.getBoolean("course.full"), "it takes minutes; ./course test --full runs it");
            Excuses excuses = Excuses.read(ROOT.resolve(FaultReport.LIST));
            FaultProcess process = FaultProcess.weave(folder);
            String chosen = System.getProperty("course.lessons", "");
            List<LessonFiles.Lesson> lessons = LessonFiles.choose(ROOT.resolve("notebooks"), chosen.isEmpty() ? List.of() : List.of(chosen.split(",")));
            Map<LessonFiles.Lesson, Future<List<String>>> runs = new HashMap<>();
            for (LessonFiles.Lesson lesson : lessons) runs.put(lesson, pairs.submit(() -> process.run(lesson.file())));
            return lessons.stream().map(lesson -> dynamicTest(lesson.toString(), () -> {
                List<String> lines = runs.get(lesson).get();
                FaultReport.write(ROOT, lesson.toString(), lines);
                assertEquals(List.of(), FaultReport.of(lines, excuses.startingWith(lesson + " ")).problems());
            }));
        });
    }
}
