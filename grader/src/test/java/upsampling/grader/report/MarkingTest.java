package upsampling.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Task;
import upsampling.grader.Verdict;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.policy.Corrections;
import upsampling.grader.policy.Policy;
import upsampling.grader.policy.PolicyReader;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.toy.Counting;

/// A policy and corrections change points, and nothing else.
class MarkingTest {
    private static final LessonPlan LESSON = LessonPlan.of(Counting.class).withHidden(HiddenCounting.class);
    private static final List<String> TASKS = List.of("99.1", "99.2");
    private static final Observed SMALL = Observed.held("small", "twice(3)");
    private static final Observed LARGE = Observed.held("large", "twice(10)");
    private static final Observed ELEMENTS = Observed.held("elements", "negated(x)");
    private static final String LATE = "\"due\": \"2026-11-20T10:00:00+01:00\", \"late\": {\"per\": \"P1D\", \"penalty\": 10, \"cap\": 30, \"close\": \"P5D\"}";
    private static final Instant BEFORE = Instant.parse("2026-11-20T08:59:59Z");
    private static final Instant AFTER = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    private Path out;

    /// Further checks of the toy lesson.
    static final class HiddenCounting {
        @Task("99.1")
        @Part("small")
        @Part("large")
        void doublesOthers(Counting counting, Parts parts) { }
    }

    private static Observed hiddenFailed(String part) {
        return new Observed(part, Verdict.WRONG, "twice(4711)", "a check with other inputs does not hold", "", "", Outcome.HIDDEN, null);
    }

    private static TaskRun run(String task, Ending ending, Observed... observed) {
        return new TaskRun(task, "My.java", List.of(observed), ending, new Output("printed secret", 0), 1);
    }

    private static final TaskRun RIGHT = run("99.1", Ending.FINISHED, SMALL, LARGE, SMALL, LARGE);
    private static final TaskRun NEGATED = run("99.2", Ending.FINISHED, ELEMENTS);

    private static Scored scored(String intake, Policy policy, Corrections corrections, Map<String, OffsetDateTime> times, Instant now, TaskRun... runs) {
        var graded = new Graded("Ada-12345", "Ada", intake, intake.equals("OK") ? List.of() : List.of("broken"), List.of(), new TreeMap<>(Map.of(99, "unit")), "T2 unshare", "default");
        return new Marking(policy, corrections, times, List.of("Ada-12345", "7"), now).scored(graded, List.of(LESSON), Map.of(99, new UnitResult(99, List.of(runs), List.of(), 0)));
    }

    private static Scored scored(String policy, TaskRun... runs) {
        return scored("OK", policy(policy), Corrections.NONE, Map.of(), BEFORE, runs);
    }

    private static Policy policy(String fields) {
        return PolicyReader.read("grading.json", "{" + fields + "}", TASKS);
    }

    private static Corrections corrections(String text) {
        return Corrections.read("corrections.json", text, Map.of("99.1", Fraction.of(2), "99.2", Fraction.of(1)));
    }

    private static JsonObject document(Scored scored) throws IOException {
        String text = ResultDocument.of(scored);
        assertEquals(List.of(), ReportsTest.faults(text));
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Test
    void withoutAPolicyTheTestsDecide() {
        Scored plain = scored("", RIGHT, NEGATED);
        assertEquals(Fraction.of(3), plain.score());
        assertNull(plain.late());
        assertEquals(List.of(), plain.remarks());
        assertFalse(plain.isWithheld());
    }

    @Test
    void pointsAreScaledAndPartsKeepTheirShares() throws IOException {
        Scored scaled = scored("\"points\": {\"99.1\": 0.5}", run("99.1", Ending.FINISHED, SMALL, LARGE, SMALL, hiddenFailed("large")), NEGATED);
        assertEquals(new Fraction(7, 6), scaled.score(), "a third of a half, and 1");
        assertEquals(new Fraction(3, 2), scaled.max());
        assertEquals(List.of(new Fraction(1, 6), new Fraction(1, 3)), scaled.tasks().getFirst().parts().stream().map(part -> part.max()).toList());
        assertEquals(0.5, document(scaled).getAsJsonArray("tests").get(0).getAsJsonObject().get("max").getAsDouble());
    }

    @Test
    void aTaskOfNoPointsIsShownAndDoesNotCount() throws IOException {
        Scored without = scored("\"points\": {\"99.1\": 0}", run("99.1", new Ending(Verdict.UNGRADED, "no disk")), NEGATED);
        assertTrue(without.hasScore(), "a fault of the grader in a task that does not count holds up nobody");
        assertEquals(Fraction.of(1), without.score());
        assertEquals(Fraction.of(1), without.max());
        assertTrue(FeedbackHtml.of(without).contains("<td class=\"n\">does not count</td>"), FeedbackHtml.of(without));
        document(without);
        Scored nothing = scored("\"points\": {\"99.1\": 0, \"99.2\": 0}", RIGHT, NEGATED);
        assertEquals("Identifier,Grade,Maximum Grade,Feedback comments\n12345,0.00,5.00,0 of 0 points.\n",
            Worksheet.read("Identifier,Grade,Maximum Grade,Feedback comments\n12345,,5.00,\n", null, null).filled(List.of(nothing), new ArrayList<>()));
    }

    @Test
    void latenessCostsAShareOfTheSum() throws Exception {
        Scored late = scored(LATE + ", \"submitted\": {\"12345\": \"2026-11-21T12:00:00Z\"}", RIGHT, run("99.2", Ending.FINISHED));
        assertEquals(new Fraction(8, 5), late.score(), "2 points, less 20 %");
        JsonObject said = document(late).getAsJsonObject("late");
        assertEquals("{\"due\":\"2026-11-20T10:00+01:00\",\"submitted\":\"2026-11-21T13:00+01:00\",\"periods\":2,\"penaltyPercent\":20,\"deducted\":0.4,\"closed\":false}", said.toString());
        String sentence = "handed in on 21 November 2026, 13:00 UTC+01:00, and it was due on 20 November 2026, 10:00 UTC+01:00: 20 % of the points are deducted";
        assertEquals(List.of(sentence), late.remarks());
        assertTrue(FeedbackHtml.of(late).contains("<li>" + Escape.html(sentence.replaceFirst("h", "H")) + ".</li>"));
        assertTrue(FeedbackMarkdown.of(late).contains("20 % of the points are deducted"));
        Reports.write(out, List.of(late));
        assertEquals(List.of("id,name,score,max,99.1,99.2,deducted,intake", "Ada-12345,Ada,1.6,3,2,0,0.4,OK"), Files.readAllLines(out.resolve("grades.csv")));
    }

    @Test
    void anExtensionMovesEverything() {
        String times = ", \"submitted\": {\"12345\": \"2026-11-26T09:00:00Z\"}";
        assertEquals(Fraction.ZERO, scored(LATE + times, RIGHT, NEGATED).score(), "after the close");
        assertTrue(scored(LATE + times, RIGHT, NEGATED).late().isClosed());
        assertEquals(new Fraction(21, 10), scored(LATE + times + ", \"extensions\": {\"Ada-12345\": \"P1D\"}", RIGHT, NEGATED).score(), "five days late, and 30 % at most");
        assertEquals(Fraction.of(3), scored(LATE + times + ", \"extensions\": {\"12345\": \"P6D\"}", RIGHT, NEGATED).score());
    }

    @Test
    void anUnknownTimeCostsNothingAndIsSaid() {
        Policy policy = policy(LATE + ", \"extensions\": {\"4711\": \"P1D\"}");
        var marking = new Marking(policy, Corrections.NONE, Map.of("12345", OffsetDateTime.parse("2026-11-20T10:30+01:00"), "5", policy.due()), List.of("Ada-12345", "7"), BEFORE);
        List<Scored> all = List.of(scored("OK", policy, Corrections.NONE, Map.of("12345", OffsetDateTime.parse("2026-11-20T10:30+01:00")), BEFORE, RIGHT, NEGATED), scored(LATE, RIGHT, NEGATED));
        assertEquals(new Fraction(27, 10), all.get(0).score(), "the worksheet's time");
        assertEquals(Fraction.of(3), all.get(1).score());
        assertEquals(List.of("no time of submission is known, so nothing was deducted"), all.get(1).remarks());
        assertEquals(List.of("the policy's extensions names 4711, and no submission has that id or number",
            "for 1 of 2 submissions no time is known, so nothing was deducted; name the times in 'submitted', or have them read from --worksheet with 'worksheetTime'",
            "1 submission was late, and points were deducted"), marking.remarks(all));
        assertEquals(Fraction.of(3), scored("OK", policy(LATE + ", \"submitted\": {\"12345\": \"2026-11-20T09:00:00Z\"}"), Corrections.NONE,
            Map.of("12345", OffsetDateTime.parse("2026-11-21T10:30+01:00")), BEFORE, RIGHT, NEGATED).score(), "the policy's own time goes before the worksheet's");
    }

    @Test
    void aPersonHasTheLastWord() throws IOException {
        Corrections corrections = corrections("{\"12345\": {\"99.1\": {\"score\": 1.5, \"reason\": \"<b>nearly</b>\"}, \"99.2\": {\"score\": 1, \"reason\": \"read it myself\"}}}");
        TaskRun failed = run("99.2", new Ending(Verdict.UNGRADED, "no disk"));
        assertFalse(scored("", RIGHT, failed).hasScore());
        Scored corrected = scored("OK", Policy.NONE, corrections, Map.of(), BEFORE, RIGHT, failed);
        assertTrue(corrected.hasScore());
        assertEquals(new Fraction(5, 2), corrected.score());
        JsonObject document = document(corrected);
        assertEquals("{\"from\":2,\"reason\":\"<b>nearly</b>\"}", document.getAsJsonArray("tests").get(0).getAsJsonObject().get("corrected").toString());
        assertEquals("{\"from\":null,\"reason\":\"read it myself\"}", document.getAsJsonArray("tests").get(1).getAsJsonObject().get("corrected").toString());
        assertEquals(1, document.getAsJsonArray("tests").get(1).getAsJsonObject().get("score").getAsInt());
        assertTrue(FeedbackHtml.of(corrected).contains("changed by a person: &lt;b&gt;nearly&lt;/b&gt;"), FeedbackHtml.of(corrected));
        assertTrue(FeedbackMarkdown.of(corrected).contains("changed by a person: &lt;b&gt;nearly"), FeedbackMarkdown.of(corrected));
        Scored late = scored("OK", policy(LATE + ", \"submitted\": {\"12345\": \"2026-11-20T10:00:00Z\"}"), corrections, Map.of(), BEFORE, RIGHT, failed);
        assertEquals(new Fraction(9, 4), late.score(), "what is late is late for corrected points, too");
    }

    @Test
    void whoCouldNotBeReadNeedsAPersonForEveryTask() {
        TaskRun[] none = {};
        String one = "{\"12345\": {\"99.1\": {\"score\": 1, \"reason\": \"r\"}}}";
        assertFalse(scored("REJECTED", Policy.NONE, corrections(one), Map.of(), BEFORE, none).hasScore());
        assertTrue(scored("REJECTED", policy("\"points\": {\"99.2\": 0}"), corrections(one), Map.of(), BEFORE, none).hasScore(), "the other one does not count");
    }

    @Test
    void hiddenOutcomesWaitForTheDate() throws Exception {
        Policy waiting = policy("\"due\": \"2026-11-20T10:00:00+01:00\", \"visibility\": {\"hidden\": \"after_due_date\"}");
        TaskRun guessed = run("99.1", Ending.FINISHED, SMALL, LARGE, SMALL, hiddenFailed("large"));
        Scored before = scored("OK", waiting, Corrections.NONE, Map.of(), BEFORE, guessed, NEGATED);
        assertEquals(new Fraction(5, 3), before.score(), "the teacher's number");
        String page = FeedbackHtml.of(before) + FeedbackMarkdown.of(before);
        assertTrue(page.contains("<b>3 of 3 points</b>"), page);
        assertTrue(page.contains("Hidden checks, which count, too, and what the answers have printed are shown after 20 November 2026, 10:00 UTC+01:00."), page);
        for (String secret : new String[] {"4711", "other inputs", "1.67", "printed secret"}) assertFalse(page.contains(secret), secret);
        JsonObject document = document(before);
        assertEquals("after_due_date", document.getAsJsonArray("tests").get(0).getAsJsonObject().get("visibility").getAsString());
        assertEquals("visible", document.getAsJsonArray("tests").get(1).getAsJsonObject().get("visibility").getAsString(), "it has no hidden checks");
        assertEquals("2026-11-20T10:00+01:00", document.get("hiddenUntil").getAsString());

        Scored after = scored("OK", waiting, Corrections.NONE, Map.of(), AFTER, guessed, NEGATED);
        assertTrue(FeedbackHtml.of(after).contains("other inputs"));
        assertTrue(FeedbackHtml.of(after).contains("<b>1.67 of 3 points</b>"));
        assertEquals("visible", document(after).getAsJsonArray("tests").get(0).getAsJsonObject().get("visibility").getAsString());
        Reports.write(out, List.of(before));
        Reports.write(out, List.of(after));
        assertEquals(FeedbackHtml.of(after), Files.readString(out.resolve("feedback/Ada-12345.html")), "the page is written anew when the date has passed");

        Policy extended = policy("\"due\": \"2026-11-20T10:00:00+01:00\", \"extensions\": {\"12345\": \"PT1S\"}, \"visibility\": {\"hidden\": \"after_due_date\"}");
        assertTrue(scored("OK", extended, Corrections.NONE, Map.of(), AFTER, guessed, NEGATED).isWithheld(), "who has longer sees later");
    }

    @Test
    void hiddenOutcomesMayNeverBeShown() throws IOException {
        Scored never = scored("\"visibility\": {\"hidden\": \"hidden\"}", run("99.1", new Ending(Verdict.TIMEOUT, "twice(4711) took too long"), SMALL, LARGE), NEGATED);
        assertEquals(Verdict.TIMEOUT, never.tasks().getFirst().verdict());
        String page = FeedbackHtml.of(never) + FeedbackMarkdown.of(never);
        assertFalse(page.contains("4711"), "the loop was found by a hidden check: " + page);
        assertTrue(page.contains("have printed are not shown."), page);
        assertEquals("hidden", document(never).getAsJsonArray("tests").get(0).getAsJsonObject().get("visibility").getAsString());
        Scored visible = scored("\"visibility\": {\"hidden\": \"hidden\"}", run("99.1", new Ending(Verdict.TIMEOUT, "twice(3) took too long"), SMALL), NEGATED);
        assertTrue(FeedbackHtml.of(visible).contains("twice(3) took too long"), "a public check's own ending is told");
    }

    @Test
    void theCallThatWasRepeatedIsPublic() {
        var repeated = new Observed("large", Verdict.WRONG, "twice(...)", "another result", "", "", Outcome.other("repeated", "another result"), null);
        Scored hidden = scored("\"visibility\": {\"hidden\": \"hidden\"}", run("99.1", Ending.FINISHED, SMALL, LARGE, SMALL, LARGE, repeated), NEGATED);
        assertEquals(hidden.score(), hidden.shown().score());
        assertEquals(new Fraction(5, 3), hidden.score());
    }

    @Test
    void pointsOfManyDecimalsStayExact() {
        Scored odd = scored("\"points\": {\"99.1\": 9999.9999, \"99.2\": 9998.0001}, " + LATE.replace("10, \"cap\"", "33.3333, \"cap\"") + ", \"submitted\": {\"12345\": \"2026-11-20T10:00:00Z\"}",
            run("99.1", Ending.FINISHED, SMALL, SMALL), NEGATED);
        assertEquals("9331.93", odd.score().toString(), "(9999.9999 / 3 + 9998.0001) * 0.7");
        assertEquals(odd.earned().times(7, 10), odd.score());
    }
}
