package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import upsampling.kernel.notebook.Notebook;

/// The path of 45 minutes through a longer lesson is marked in the same way in all of them: one sentence in the head, ◆ or ◇ at the end of the heading of
/// every numbered section, and a table of minutes whose ◆ fit.
class PathMarksTest {
    private static final int PATH_MINUTES = 45;
    private static final String SENTENCE = "| **45-minute path** | the sections marked ◆, without their tasks; those marked ◇ can wait |";
    private static final Pattern TIME = Pattern.compile("(?m)^\\| \\*\\*Time\\*\\* \\| (\\d+) minutes");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{2,3}) (.+)$");
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)(?:\\.\\d+)? .*");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

    @TestFactory
    Stream<DynamicTest> everyLessonMarksItsPath() {
        return LessonFiles.in(Path.of("..", "notebooks")).stream().map(lesson -> dynamicTest(lesson.toString(), () ->
            assertEquals(List.of(), problems(text(lesson.file())))));
    }

    private static String text(Path file) {
        StringBuilder text = new StringBuilder();
        for (Notebook.Cell cell : Notebook.read(file).cells()) {
            if (!cell.isCode()) text.append(cell.source()).append("\n\n");
        }
        return CODE.matcher(text).replaceAll("");
    }

    private static List<String> problems(String lesson) {
        Matcher time = TIME.matcher(lesson);
        if (!time.find()) return List.of("no row | **Time** | n minutes ... |");
        int minutes = Integer.parseInt(time.group(1));
        List<String> problems = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        HEADING.matcher(lesson).results().forEach(m -> headings.add(m.group(2)));
        boolean isLong = minutes > PATH_MINUTES;
        if (lesson.contains(SENTENCE) != isLong) problems.add(minutes + " minutes, but the head " + (isLong ? "lacks " : "has ") + SENTENCE);
        for (String heading : headings) {
            boolean isMarked = heading.endsWith(" ◆") || heading.endsWith(" ◇");
            if (!isMarked && heading.matches(".*[◆◇].*")) problems.add("the mark stands at the end: " + heading);
            if (isMarked && !isLong) problems.add("a short lesson needs no path: " + heading);
            if (!isMarked && isLong && NUMBERED.matcher(heading).matches() && !isMarkedByParts(heading, headings)) problems.add("neither ◆ nor ◇: " + heading);
        }
        if (isLong) problems.addAll(minutes(lesson, minutes));
        return problems;
    }

    // a section whose parts 5.1, 5.2 ... are marked one by one
    private static boolean isMarkedByParts(String heading, List<String> headings) {
        Matcher number = NUMBERED.matcher(heading);
        return number.matches() && headings.stream().anyMatch(other -> other.startsWith(number.group(1) + ".") && !other.equals(heading));
    }

    private static List<String> minutes(String lesson, int minutes) {
        List<String> problems = new ArrayList<>();
        int all = sum(lesson, "| minutes without tasks |");
        int path = sum(lesson, "| of these ◆ |");
        if (all != minutes) problems.add("the table of minutes has " + all + ", the head " + minutes);
        if (path < 1 || path > PATH_MINUTES) problems.add("the sections with ◆ take " + path + " minutes of " + PATH_MINUTES);
        return problems;
    }

    private static int sum(String lesson, String row) {
        int from = lesson.indexOf(row);
        if (from < 0) return 0;
        int sum = 0;
        for (String cell : lesson.substring(from + row.length(), lesson.indexOf('\n', from)).split("\\|")) sum += cell.isBlank() ? 0 : Integer.parseInt(cell.strip());
        return sum;
    }

    @Test
    void whatIsMissingIsFound() {
        String head = "| **Time** | 60 minutes |\n" + SENTENCE + "\n| minutes without tasks | 20 | 40 |\n| of these ◆ | 20 | 25 |\n\n";
        assertEquals(List.of(), problems(head + "## 1 · A ◆\n### Inside\n## 2 · B\n### 2.1 C ◇\n## Summary\n"));
        assertEquals(List.of("neither ◆ nor ◇: 1 · A"), problems(head + "## 1 · A\n"));
        assertEquals(List.of("the mark stands at the end: ◇ A"), problems(head + "### ◇ A\n"));
        assertEquals(List.of("the table of minutes has 61, the head 60"), problems(head.replace("| 40 |", "| 41 |")));
        assertEquals(List.of("the sections with ◆ take 46 minutes of 45"), problems(head.replace("| 25 |", "| 26 |")));
        assertTrue(problems(head.replace("can wait", "may wait")).getFirst().startsWith("60 minutes, but the head lacks"));
        assertFalse(problems("| **Time** | 10 minutes |\n" + SENTENCE).isEmpty());
        assertEquals(List.of("a short lesson needs no path: 1 · A ◆"), problems("| **Time** | 10 minutes |\n## 1 · A ◆\n"));
    }
}
