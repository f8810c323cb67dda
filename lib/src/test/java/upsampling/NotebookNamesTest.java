package upsampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Javadoc points to the notebook of a class by its file name: the name must be that of a lesson, written or planned.
class NotebookNamesTest {
    private static final Pattern NAME = Pattern.compile("\\d\\d-[a-z0-9-]+\\.ipynb");
    private static final Set<String> LESSONS = Set.of("00-start.ipynb", "01-pooling.ipynb", "02-interpolation.ipynb", "03-matrix.ipynb",
            "04-transposed.ipynb", "05-checkerboard.ipynb", "06-repairs.ipynb", "07-pixelshuffle.ipynb", "08-initialisation.ipynb",
            "09-equivariance.ipynb", "10-gan.ipynb", "11-unet.ipynb", "12-vae.ipynb", "13-channels.ipynb", "14-conservation.ipynb");

    @Test
    void everyNotebookNamedInAMainSourceIsALesson() throws IOException {
        List<String> unknown = new ArrayList<>();
        int named = 0;
        for (Path source : files(Path.of("src/main/java"), ".java")) {
            Matcher names = NAME.matcher(Files.readString(source));
            while (names.find()) {
                named++;
                if (!LESSONS.contains(names.group())) unknown.add(source + " names " + names.group());
            }
        }
        assertTrue(named > 50, "only " + named + " names were read");
        assertEquals("", String.join("\n", unknown));
    }

    @Test
    void everyNotebookThereIsStandsInTheListOfLessons() throws IOException {
        Set<String> present = new TreeSet<>();
        for (Path notebook : files(Path.of("../notebooks"), ".ipynb")) {
            if (NAME.matcher(notebook.getFileName().toString()).matches()) present.add(notebook.getFileName().toString());
        }
        assertTrue(present.contains("01-pooling.ipynb"), "notebooks read: " + present);
        present.removeAll(LESSONS);
        assertEquals(Set.of(), present);
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
