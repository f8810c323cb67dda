package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The glossary: each term once, in two languages, and used by the lesson that it names.
class GlossaryTest {
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| \\[(\\d+)]\\(([^|)]+)\\) \\|");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private record Row(String term, String chinese, String meaning, String number, String file) { }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Notebook.Cell cell : Notebook.read(LessonTests.FOLDER.resolve("glossary.ipynb")).cells()) {
            for (String line : cell.source().split("\n")) {
                if (!line.startsWith("|") || line.startsWith("| term |") || line.startsWith("|---")) continue;
                Matcher row = ROW.matcher(line);
                assertTrue(row.matches(), "not a row of four cells with a link to a lesson: " + line);
                rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)));
            }
        }
        return rows;
    }

    @Test
    void everyTermStandsOnceAndInTwoLanguages() {
        Set<String> terms = new HashSet<>();
        for (Row row : rows()) {
            assertTrue(terms.add(row.term().toLowerCase(Locale.ROOT)), row.term() + " stands twice");
            assertTrue(CHINESE.matcher(row.chinese()).find(), row.term() + " has no Chinese: " + row.chinese());
        }
        assertTrue(terms.size() >= 40, terms.size() + " terms");
    }

    @Test
    void theLessonOfATermUsesIt() {
        Map<String, String> texts = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Path file = LessonTests.FOLDER.resolve(row.file());
            assertTrue(Files.exists(file), row.term() + " links to " + row.file());
            assertEquals(String.format("%02d", Integer.parseInt(row.number())), row.file().substring(0, 2), row.term());
            String text = texts.computeIfAbsent(row.file(), _ -> Notebook.read(file).cells().stream()
                .filter(cell -> !cell.isCode()).map(Notebook.Cell::source).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT));
            if (!text.contains(row.term().toLowerCase(Locale.ROOT))) missing.add(row.term() + ": not in the text of " + row.file());
        }
        assertEquals(List.of(), missing);
    }
}
