package upsampling.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Verdict;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.Planes;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.toy.Counting;

/// Every document about a submission whose every text is hostile.
class ReportsTest {
    private static final LessonPlan LESSON = LessonPlan.of(Counting.class);
    private static final String HOSTILE = "=HYPERLINK(\"http://x\") <script>alert(1)</script> </pre>```\n::notice title=x::Points 10/10 \u001b[2J\u202E\uD800 'a' \"b\" & | **bold** [x](y) \u0000";

    @TempDir
    private Path out;

    private static Scored scored(String id, String text, Verdict verdict) {
        var planes = new Planes(text, text, 0, 0, new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 2}, {3, 5}});
        var wrong = new Observed("elements", Verdict.WRONG, text, text, text, text, Outcome.other("", text), planes);
        List<TaskRun> runs = List.of(
            new TaskRun("99.1", text, List.of(Observed.held("small", text), new Observed("large", Verdict.EXCEPTION, text, text, "", "", Outcome.threw(text), null)), Ending.FINISHED, new Output(text, 5), 7),
            verdict == Verdict.PASS ? new TaskRun("99.2", text, List.of(wrong), Ending.FINISHED, Output.NONE, 5) : new TaskRun("99.2", text, List.of(), new Ending(verdict, text), Output.NONE, 5));
        var graded = new Graded(id, text, "WARNED", List.of(text), List.of(text), new TreeMap<>(Map.of(99, "unit")), "T2 unshare", "default");
        return Scored.of(graded, List.of(LESSON), Map.of(99, new UnitResult(99, runs, List.of(text), 3)));
    }

    static List<String> faults(String document) throws IOException {
        try (var schema = ResultDocument.class.getResourceAsStream("result-v1.schema.json")) {
            Validator.Result result = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).validate(new String(schema.readAllBytes(), StandardCharsets.UTF_8), document);
            return result.getErrors().stream().map(error -> error.getInstanceLocation() + " " + error.getError()).toList();
        }
    }

    @Test
    void theDocumentKeepsItsSchema() throws IOException {
        for (Verdict verdict : Verdict.values()) assertEquals(List.of(), faults(ResultDocument.of(scored("a-1", HOSTILE, verdict))), verdict.name());
        JsonObject document = JsonParser.parseString(ResultDocument.of(scored("a-1", "text", Verdict.PASS))).getAsJsonObject();
        document.addProperty("bonus", 5);
        assertFalse(faults(document.toString()).isEmpty(), "the schema allows nothing else");
        document.remove("bonus");
        document.addProperty("score", "10");
        assertFalse(faults(document.toString()).isEmpty(), "a score is a number");
    }

    @Test
    void aFaultOfTheGraderHasNoNumber() {
        JsonObject document = JsonParser.parseString(ResultDocument.of(scored("a", "text", Verdict.UNGRADED))).getAsJsonObject();
        assertTrue(document.get("score").isJsonNull());
        assertTrue(document.getAsJsonArray("tests").get(1).getAsJsonObject().get("score").isJsonNull());
        assertTrue(FeedbackHtml.of(scored("a", "text", Verdict.UNGRADED)).contains("Not graded yet:"));
        JsonObject counted = JsonParser.parseString(ResultDocument.of(scored("a", "text", Verdict.PASS))).getAsJsonObject();
        assertEquals(2 / 3.0, counted.get("score").getAsDouble(), 1e-15, "a third of two points");
        assertEquals(15, counted.getAsJsonObject("timing").get("cpuMillis").getAsInt());
    }

    @Test
    void aPageHasNoMarkupOfAStudent() {
        String page = FeedbackHtml.of(scored("a", HOSTILE, Verdict.PASS));
        assertFalse(page.contains("<script"), page);
        assertEquals(1, page.split("http-equiv=\"Content-Security-Policy\"").length - 1);
        for (char c : page.toCharArray()) assertTrue(c == '\n' || c == '\t' || !Character.isISOControl(c), "control character " + (int) c);
        assertFalse(page.contains("\u202E"), "a character that turns the reading direction");
        assertTrue(page.contains("data:image/png;base64,"), "the maps of the wrong result");
        assertTrue(page.contains("0.67 of 3 points"), page);
    }

    @Test
    void markdownOfAStudentStaysText() {
        String text = FeedbackMarkdown.of(scored("a", HOSTILE, Verdict.PASS));
        List<String> lines = text.lines().toList();
        boolean isOpen = false;
        String fence = "";
        for (String line : lines) {
            if (!isOpen && line.matches("`{3,}")) {
                isOpen = true;
                fence = line;
            } else if (isOpen && line.equals(fence)) {
                isOpen = false;
            } else if (!isOpen) {
                assertFalse(line.startsWith("::notice"), line);
                assertFalse(line.contains("**bold**") || line.contains("<script"), line);
            }
        }
        assertFalse(isOpen, "every fence is closed by itself: " + text);
        assertTrue(text.lines().anyMatch(line -> line.equals("````")), "longer than the three in the text");
    }

    @Test
    void feedbackIsWrittenAnewOnlyIfTheResultChanges() throws Exception {
        Scored before = scored("a", "text", Verdict.PASS);
        Reports.write(out, List.of(before));
        Path page = out.resolve("feedback/a.html");
        Files.setLastModifiedTime(page, FileTime.fromMillis(0));
        Reports.write(out, List.of(before));
        assertEquals(0, Files.getLastModifiedTime(page).toMillis());
        Reports.write(out, List.of(scored("a", "other", Verdict.PASS)));
        assertNotEquals(0, Files.getLastModifiedTime(page).toMillis());
    }

    @Test
    void aTableDefusesFormulas() throws Exception {
        Reports.write(out, List.of(scored("a", HOSTILE, Verdict.PASS)));
        List<List<String>> rows = CsvText.fields(Files.readString(out.resolve("grades.csv")));
        assertEquals(2, rows.size(), "a line for the student, whatever the name");
        assertEquals(rows.get(0).size(), rows.get(1).size());
        assertTrue(CsvText.value(rows.get(1).get(1)).startsWith("'=HYPERLINK"), rows.get(1).toString());
    }
}
