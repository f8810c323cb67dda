package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Report;

/// A check when the course itself lies in a folder whose name has blanks and letters beyond ASCII.
class CoursePathTest {
    @TempDir
    Path folder;

    static boolean pathsAreAsciiOnly() {
        return System.getProperty("sun.jnu.encoding").startsWith("ANSI");
    }

    @Test
    @DisabledIf(value = "pathsAreAsciiOnly", disabledReason = "this locale has no letters beyond ASCII in file names; the launcher chooses one that has")
    void theSecondMachineFindsTheCourse() throws Exception {
        Path copies = Files.createDirectories(folder.resolve("Kurs mit Ü"));
        var classPath = new StringJoiner(java.io.File.pathSeparator);
        int moved = 0;
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (entry.contains("grader") || entry.contains("exercises")) path = copy(path, copies.resolve("part " + moved++));
            classPath.add(path.toString());
        }
        assertTrue(moved >= 2, "grader and exercises are on the class path");
        Path answers = Files.createDirectories(folder.resolve("answers/lesson01"));
        Files.writeString(answers.resolve("MyConvMacs.java"), """
            package answers.lesson01;
            public class MyConvMacs implements upsampling.tasks.Pooling {
                public long convMacs(int oh, int ow, int in, int out, upsampling.tensor.Window k) {
                    return (long) oh * ow * in * out * k.kernel() * k.kernel();
                }
            }
            """);
        Report report = CheckRun.of(folder.resolve("answers")).select("1.4").withClassPath(classPath.toString()).run();
        assertEquals("2", report.score().toString(), report.toText());
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        return to;
    }
}
