package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.report.Marking;
import upsampling.grader.report.Scored;
import upsampling.grader.report.Worksheet;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;

/// The examples in `docs/homework.md` are read as they stand there, and do what the text beside them says.
class GradePolicyTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");
    private static final LessonPlan LESSON = Lessons.all().getFirst();
    private static final String HEAD = "Identifier,Status,Grade,\"Maximum Grade\",\"Last modified (submission)\",\"Feedback comments\"\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void theExamplesLieInTheFolder() throws IOException {
        String text = Files.readString(Path.of("../docs/homework.md"));
        String afterwards = text.substring(text.indexOf("## 5. Afterwards"), text.indexOf("## What the wall is worth"));
        Matcher example = EXAMPLE.matcher(afterwards);
        for (String name : new String[] {"grading.json", "corrections.json"}) {
            assertTrue(example.find(), name);
            Files.writeString(folder.resolve(name), example.group(1));
        }
        assertFalse(example.find(), "a further example needs a test, too");
    }

    /// Somebody whose every answer is right.
    private static Scored scored(Marking marking, String id) {
        List<TaskRun> runs = new ArrayList<>();
        for (TaskPlan task : LESSON.tasks()) {
            List<Observed> held = task.parts().stream().map(part -> Observed.held(part.name(), "")).toList();
            runs.add(new TaskRun(task.id(), "All.java", held, Ending.FINISHED, Output.NONE, 0));
        }
        var graded = new Graded(id, id, "OK", List.of(), List.of(), new TreeMap<>(Map.of(1, "unit")), "T2 unshare", "default");
        return marking.scored(graded, List.of(LESSON), Map.of(1, new UnitResult(1, runs, List.of(), 0)));
    }

    private static Fraction without(Fraction sum, String... tasks) {
        for (String task : tasks) sum = sum.minus(LESSON.task(task).max());
        return sum;
    }

    @Test
    void theExamplesDoWhatTheTextSays() {
        GradePolicy decided = GradePolicy.read(null, folder);
        assertEquals(folder.resolve("grading.json") + ", due on 20 November 2026, 10:00 UTC+01:00, 10 % off for each begun 1 day, closed after 3 days", decided.sentence());
        List<String> remarks = new ArrayList<>();
        Worksheet sheet = Worksheet.read(HEAD + "Participant 12345,x,,20.00,\"Sunday, 22 November 2026, 10:10 AM\",\nParticipant 12347,x,,20.00,\"Monday, 23 November 2026, 10:01 AM\",\n", null, null);
        Marking marking = decided.marking(sheet, List.of("12345", "12346", "12347", "12348"), remarks);
        assertEquals(List.of(), remarks);
        Fraction all = LESSON.tasks().stream().map(TaskPlan::max).reduce(Fraction.ZERO, Fraction::plus);
        Fraction most = without(all, "1.2", "1.4").plus(Fraction.of(5));
        Scored corrected = scored(marking, "12345");
        assertEquals(most, corrected.max(), "1.2 gets 5 points, and 1.4 does not count");
        assertEquals(most.minus(Fraction.of(2)), corrected.score(), "3 of 5 by a person; two days and ten minutes late, and two days longer");
        assertEquals(most.times(9, 10), scored(marking, "12346").score(), "the first day has begun");
        assertEquals(Fraction.ZERO, scored(marking, "12347").score(), "more than three days");
        assertEquals(most, scored(marking, "12348").score(), "nobody knows when");
    }

    @Test
    void withoutFilesTheTestsDecide() throws IOException {
        Files.delete(folder.resolve("grading.json"));
        Files.delete(folder.resolve("corrections.json"));
        GradePolicy decided = GradePolicy.read(null, folder);
        assertEquals("none; there is no --policy and no " + folder.resolve("grading.json"), decided.sentence());
        Scored plain = scored(decided.marking(null, List.of("12345"), new ArrayList<>()), "12345");
        assertEquals(plain.max(), plain.score());
        assertEquals(List.of(), plain.remarks());
    }

    @Test
    void aWorksheetThatIsMissingIsSaid() {
        List<String> remarks = new ArrayList<>();
        GradePolicy.read(null, folder).marking(null, List.of("12345"), remarks);
        assertEquals(List.of("times are to be read from the worksheet, and none was given; say --worksheet FILE"), remarks);
    }
}
