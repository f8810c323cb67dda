package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void twoLessonsAndAnotherFile() throws IOException {
        for (String name : List.of("01-pooling.ipynb", "02-interpolation.ipynb", "glossary.ipynb")) Files.writeString(folder.resolve(name), "{}");
    }

    @Test
    void withoutArgumentAllLessonsInOrder() {
        assertEquals(List.of("01-pooling", "02-interpolation"), names(List.of()));
    }

    @Test
    void aLessonIsNamedByNumberNameOrFile() {
        for (String argument : List.of("2", "02", "interpolation", "02-interpolation", "02-interpolation.ipynb", folder.resolve("02-interpolation.ipynb").toString())) {
            assertEquals(List.of("02-interpolation"), names(List.of(argument)), argument);
        }
    }

    @Test
    void anUnknownLessonIsAnsweredWithThoseThereAre() {
        Failure failure = assertThrows(Failure.class, () -> names(List.of("3")));
        assertEquals(Exit.USAGE, failure.exitCode());
        assertTrue(failure.getMessage().contains("\"3\"") && failure.getMessage().contains("1 (pooling), 2 (interpolation)"), failure.getMessage());
    }

    private List<String> names(List<String> arguments) {
        return LessonFiles.choose(folder, arguments).stream().map(LessonFiles.Lesson::toString).toList();
    }
}
