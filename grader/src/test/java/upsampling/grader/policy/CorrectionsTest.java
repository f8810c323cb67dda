package upsampling.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import upsampling.grader.result.Fraction;

/// Corrections by hand, and whom they mean.
class CorrectionsTest {
    private static final Map<String, Fraction> POINTS = Map.of("1.1", Fraction.of(2), "1.2", new Fraction(5, 2));

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Corrections.read("corrections.json", text, POINTS), text).getMessage();
    }

    @Test
    void theyAreRead() {
        assertEquals(Map.of("ada", Map.of("1.2", new Correction(new Fraction(5, 2), "right"), "1.1", new Correction(Fraction.ZERO, "copied"))),
            Corrections.read("c", "{\"ada\": {\"1.2\": {\"score\": 2.50, \"reason\": \" right \"}, \"1.1\": {\"score\": 0, \"reason\": \"copied\"}}}", POINTS).all());
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("corrections.json: ada.1.2.score must be from 0 to 2.5, the points of the task, but was 2.51", refusal("{\"ada\": {\"1.2\": {\"score\": 2.51, \"reason\": \"r\"}}}"));
        assertEquals("corrections.json: ada.1.2.score must be a number from 0 to 10000 with at most 4 decimals, but was -1", refusal("{\"ada\": {\"1.2\": {\"score\": -1, \"reason\": \"r\"}}}"));
        assertEquals("corrections.json: ada.1.2.reason is missing: a sentence for the student", refusal("{\"ada\": {\"1.2\": {\"score\": 1}}}"));
        assertEquals("corrections.json: ada.1.2.reason must be a text of 1 to 1000 characters, but was \" \"", refusal("{\"ada\": {\"1.2\": {\"score\": 1, \"reason\": \" \"}}}"));
        assertEquals("corrections.json: ada.1.2.score is missing: the points that the task gets, such as \"score\": 3", refusal("{\"ada\": {\"1.2\": {\"reason\": \"r\"}}}"));
        assertEquals("corrections.json: ada.1.2.points is no key that is known here; known are reason, score", refusal("{\"ada\": {\"1.2\": {\"points\": 1}}}"));
        assertEquals("corrections.json: ada.1.9 is no task that is known here; did you mean '1.1'?", refusal("{\"ada\": {\"1.9\": {}}}"));
        assertEquals("corrections.json: ada.1.2 must be an object, {...}, but was 3", refusal("{\"ada\": {\"1.2\": 3}}"));
        assertEquals("corrections.json: ada stands there twice; take one of them out", refusal("{\"ada\": {}, \"ada\": {}}"));
    }

    @Test
    void aNumberFindsItsSubmissionAndNoOther() {
        var ids = new SubmissionIds(List.of("Ada-12345", "12346", "team-7-a", "team-7-b", "x-12346"));
        List<String> remarks = new ArrayList<>();
        assertEquals(Map.of("Ada-12345", 1, "12346", 2, "team-7-a", 3), ids.resolved(Map.of("12345", 1, "12346", 2, "team-7-a", 3, "7", 4, "999", 5), "the file", remarks));
        assertEquals(List.of("the file names 7, and that is the number of team-7-a, team-7-b; name them by their whole ids", "the file names 999, and no submission has that id or number"), remarks);
        remarks.clear();
        assertEquals(Map.of("Ada-12345", 1), ids.resolved(Map.of("Ada-12345", 1, "12345", 2), "the file", remarks));
        assertEquals(List.of("the file names Ada-12345 twice, by its id and by its number 12345; the id counts"), remarks);
    }
}
