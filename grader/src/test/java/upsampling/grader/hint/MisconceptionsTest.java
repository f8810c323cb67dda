package upsampling.grader.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import upsampling.grader.result.Outcome;

class MisconceptionsTest {
    @Test
    void aTableReadsBackAsItWasWritten() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("held", Outcome.HELD);
        outcomes.put("values", Outcome.values("values", new int[] {1, 1, 1, 4}, new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 0.1, 3}));
        outcomes.put("shape", Outcome.shape("values", 1, 2, 3, 4));
        outcomes.put("other", Outcome.other("values", "null"));
        outcomes.put("threw", Outcome.threw("java.lang.ArithmeticException"));
        String written = new Misconceptions(List.of(new Misconception("1.2", "some", outcomes))).toJson();
        Misconceptions read = Misconceptions.parse(written);
        assertEquals(written, read.toJson());
        assertEquals(5, read.all().getFirst().agreement(outcomes));
        assertTrue(written.contains("\"values\":[\"NaN\",\"-Infinity\",0.1,3]"), written);
    }

    @Test
    void outcomesMatchWithinRoundingOnly() {
        Outcome known = Outcome.values("", new int[] {2}, new double[] {4 / 3.0, Double.NaN});
        assertTrue(known.matches(Outcome.values("", new int[] {2}, new double[] {(float) (4 / 3.0), Double.NaN})));
        assertFalse(known.matches(Outcome.values("", new int[] {2}, new double[] {1.334, Double.NaN})));
        assertFalse(known.matches(Outcome.values("", new int[] {2}, new double[] {4 / 3.0, 0})));
        assertFalse(known.matches(Outcome.values("other", new int[] {2}, new double[] {4 / 3.0, Double.NaN})));
        assertFalse(Outcome.values("", new int[0], new double[] {1e12}).matches(Outcome.values("", new int[0], new double[] {1e12 - 1})), "counts are exact");
        assertFalse(known.matches(Outcome.shape("", 2)));
        assertFalse(Outcome.threw("java.lang.ArithmeticException").matches(Outcome.threw("java.lang.NullPointerException")));
        assertFalse(Outcome.shape("", 1, 1, 2, 2).matches(Outcome.shape("", 1, 1, 2, 3)));
    }
}
