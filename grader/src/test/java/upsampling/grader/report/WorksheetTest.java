package upsampling.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import upsampling.grader.Verdict;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.TaskRun;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.policy.PolicyReader;
import upsampling.grader.policy.WorksheetTime;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.toy.Counting;

/// Moodle's worksheet comes back with two columns changed.
class WorksheetTest {
    private static final String HEAD = "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (submission)\","
        + "\"Last modified (grade)\",\"Feedback comments\"";

    private static Scored scored(String id, boolean isRight, Verdict second) {
        List<TaskRun> runs = List.of(
            new TaskRun("99.1", "a", isRight ? List.of(Observed.held("small", ""), Observed.held("large", "")) : List.of(Observed.held("small", "")), Ending.FINISHED, Output.NONE, 0),
            new TaskRun("99.2", "a", List.of(), new Ending(second, "text"), Output.NONE, 0));
        var graded = new Graded(id, id, "OK", List.of(), List.of(), new TreeMap<>(Map.of(99, "unit")), "T2 unshare", "default");
        return Scored.of(graded, List.of(LessonPlan.of(Counting.class)), Map.of(99, new UnitResult(99, runs, List.of(), 0)));
    }

    private static String filled(String text, List<String> remarks, Scored... all) {
        return Worksheet.read(text, null, null).filled(List.of(all), remarks);
    }

    @Test
    void onlyGradeAndCommentChange() {
        List<String> remarks = new ArrayList<>();
        String filled = filled("\uFEFF" + HEAD + "\r\nParticipant 12345,\"Lovelace, \"\"Ada\"\"\",ada@example.org,\"Submitted for grading\",,3.00,Yes,\"Friday, 20 November 2026, 10:00 AM\",-,\r\n"
            + "Participant 7,Nobody,n@example.org,\"No submission\",,3.00,Yes,-,-,\"old, comment\"\r\n", remarks, scored("12345", true, Verdict.MISSING));
        assertEquals("\uFEFF" + HEAD + "\r\nParticipant 12345,\"Lovelace, \"\"Ada\"\"\",ada@example.org,\"Submitted for grading\",2.00,3.00,Yes,\"Friday, 20 November 2026, 10:00 AM\",-,2 of 3 points. 99.2: 0 of 1.\r\n"
            + "Participant 7,Nobody,n@example.org,\"No submission\",,3.00,Yes,-,-,\"old, comment\"\r\n", filled);
        assertEquals(List.of("Participant 7 has handed in nothing; the line stays as it was"), remarks);
    }

    @Test
    void anotherScaleAndALanguageAreUnderstood() {
        String german = "ID,\"Vollständiger Name\",E-Mail-Adresse,Status,Bewertung,Bestwertung,\"Bewertung kann geändert werden\",\"Zuletzt geändert (Abgabe)\",\"Zuletzt geändert (Bewertung)\",\"Feedback als Kommentar\"\n";
        String filled = filled(german + "Teilnehmer/in12345,Ada,a@example.org,Abgegeben,,\"30,00\",Ja,-,-,\n", new ArrayList<>(), scored("Ada-12345", false, Verdict.TIMEOUT));
        assertTrue(filled.startsWith(german + "Teilnehmer/in12345,Ada,a@example.org,Abgegeben,6.67,\"30,00\",Ja,-,-,\"0.67 of 3 points. 99.1: 0.67 of 2. 99.2: 0 of 1. Look at each loop"), filled);
    }

    @Test
    void whoeverNeedsAPersonGetsNoNumber() {
        List<String> remarks = new ArrayList<>();
        String text = HEAD + "\nParticipant 5,Ada,a@example.org,x,,3.00,Yes,-,-,\n";
        assertEquals(text, filled(text, remarks, scored("5", true, Verdict.UNGRADED), scored("6", true, Verdict.MISSING)));
        assertEquals(List.of("Participant 5 needs a person; the line stays as it was", "submission 6 has no line in the worksheet"), remarks);
    }

    @Test
    void timesOfSubmissionAreReadFromItsText() {
        Worksheet sheet = Worksheet.read(HEAD + "\nParticipant 5,Ada,a@example.org,x,,3.00,Yes,\"Friday, 20 November 2026, 10:00 AM\",-,\nParticipant 6,Bob,b@example.org,x,,3.00,Yes,-,-,\n"
            + "Participant 7,Eve,e@example.org,x,,3.00,Yes,20.11.2026,-,\nshort\n", null, null);
        List<String> remarks = new ArrayList<>();
        assertEquals(Map.of("5", OffsetDateTime.parse("2026-11-20T10:00+01:00")), sheet.times(how("{\"zone\": \"Europe/Berlin\"}"), remarks));
        assertEquals(List.of("Participant 7: '20.11.2026' is no time that worksheetTime.pattern can read"), remarks);
        String message = assertThrows(IllegalArgumentException.class, () -> sheet.times(how("{\"zone\": \"UTC\", \"column\": \"Zuletzt\"}"), remarks)).getMessage();
        assertTrue(message.startsWith("the worksheet has no column 'Zuletzt' for the times of submission; its columns are 'identifier', "), message);
    }

    private static WorksheetTime how(String json) {
        return PolicyReader.read("p", "{\"worksheetTime\": " + json + "}", List.of()).worksheetTime();
    }

    @Test
    void unknownHeadersAreNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> Worksheet.read("Tunniste,Arvosana,Palaute\n", null, null)).getMessage();
        assertEquals("the worksheet has no column for the grade; its columns are 'tunniste', 'arvosana', 'palaute'. Name it with --grade-column", message);
        assertEquals("Tunniste,Arvosana,Palaute\nOsallistuja 5,2.00,2 of 3 points. 99.2: 0 of 1.\n",
            Worksheet.read("Tunniste,Arvosana,Palaute\nOsallistuja 5,,\n", "Arvosana", "palaute").filled(List.of(scored("5", true, Verdict.MISSING)), new ArrayList<>()));
    }
}
