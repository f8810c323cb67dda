package upsampling.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.lesson.Lesson.claim;
import static upsampling.lesson.Lesson.claimClose;
import static upsampling.lesson.Lesson.claimsHeld;
import static upsampling.lesson.Lesson.compare;
import static upsampling.lesson.Lesson.predict;
import static upsampling.lesson.Lesson.predictionScore;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.show.Show;
import upsampling.show.Shown;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class LessonTest {
    private final List<Shown> shown = new ArrayList<>();
    private final List<LessonState.Event> kept = new ArrayList<>();

    private record Pooled(Tensor values, int[] indices) { }

    @BeforeEach
    void listen() {
        Lesson.reset();
        Show.to(shown::add);
        Lesson.keepIn(new LessonState() {
            @Override
            public void record(Event event) {
                kept.add(event);
            }

            @Override
            public List<Event> events() {
                return kept;
            }
        });
    }

    @AfterEach
    void forget() {
        Lesson.reset();
        Lesson.keepIn(NoState.INSTANCE);
        Show.to(_ -> { });
    }

    private String last() {
        return shown.getLast().text();
    }

    private static void fails(String message, Executable claim) {
        ClaimFailed failed = assertThrows(ClaimFailed.class, claim);
        assertEquals(message, failed.getMessage());
        assertEquals(0, failed.getStackTrace().length);
    }

    @Test
    void aClaimThatHoldsIsOneLineAndCounts() {
        claim("max commutes with ReLU", true);
        assertEquals("✓ max commutes with ReLU", last());
        claim("the mean is 19/4", 4.75, 4.75, 0);
        assertEquals("✓ the mean is 19/4 (4.75)", last());
        claim("VGG's first dense layer has 102 764 544 parameters", 102_764_544L, 7L * 7 * 512 * 4096 + 4096);
        assertEquals("✓ VGG's first dense layer has 102 764 544 parameters (102\u202F764\u202F544)", last());
        claim("indices", new int[] {1, 6}, new int[] {1, 6});
        assertEquals("✓ indices", last());
        assertEquals(4, claimsHeld());
        Lesson.reset();
        assertEquals(0, claimsHeld());
    }

    @Test
    void aClaimThatFailsTeachesAndDoesNotCount() {
        fails("Claim: it holds\nexpected that this holds\nbut was  false", () -> claim("it holds", false));
        fails("Claim: the mean\nexpected 4.75\nbut was  4.8\ntolerance .01", () -> claim("the mean", 4.75, 4.8, .01));
        fails("Claim: not a number\nexpected 1\nbut was  NaN\ntolerance 1", () -> claim("not a number", 1, Double.NaN, 1));
        fails("Claim: a word\nexpected \"a\"\nbut was  \"b\"", () -> claim("a word", "a", "b"));
        fails("Claim: hidden\nexpected 0.3\nbut was  0.30000000000000004", () -> claim("hidden", .3, .1 + .2));
        assertEquals(0, claimsHeld());
        assertTrue(shown.isEmpty());
    }

    @Test
    void valuesAreComparedDown() {
        fails("Claim: map\nexpected 3\nbut was  4\nat [1][0]\n2 of 4 differ",
            () -> claim("map", new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 2}, {4, 3}}));
        fails("Claim: size\nexpected 2 elements\nbut was  1 elements", () -> claim("size", new int[] {1, 2}, new int[] {1}));
        Tensor x = Tensor.image(new double[] {1, 2}, new double[] {3, 4});
        fails("Claim: tensor\nexpected 3\nbut was  5\nat [0, 0, 1, 0]\n1 of 4 differ",
            () -> claim("tensor", x, Tensor.image(new double[] {1, 2}, new double[] {5, 4})));
        fails("Claim: shape\nexpected the shape [1, 1, 2, 2]\nbut was  the shape [1, 1, 1, 4]",
            () -> claim("shape", x, Tensor.of(Shape.plane(1, 4), 1, 2, 3, 4)));
        fails("Claim: record\nexpected 6\nbut was  7\nat indices[1]\n1 of 6 differ",
            () -> claim("record", new Pooled(x, new int[] {1, 6}), new Pooled(x, new int[] {1, 7})));
        fails("Claim: list\nexpected 2\nbut was  3\nat [1]\n1 of 2 differ", () -> claim("list", List.of(1, 2), List.of(1, 3)));
    }

    @Test
    void aTensorMayBeComparedWithRowsOrWithItsValues() {
        Tensor x = Tensor.image(new double[] {.1, 2}, new double[] {3, 4});
        claim("rows", new double[][] {{.1, 2}, {3, 4}}, x);
        claim("values", new double[] {.1, 2, 3, 4}, x);
        claim("the other way round", x, new double[][] {{.1, 2}, {3, 4}});
        fails("Claim: rows\nexpected 2\nbut was  7\nat [0][1]\n1 of 4 differ",
            () -> claim("rows", new double[][] {{.1, 2}, {3, 4}}, Tensor.image(new double[] {.1, 7}, new double[] {3, 4})));
    }

    @Test
    void numbersOfDifferentTypesAreComparedAsNumbers() {
        claim("int and long", 3, 3L);
        claim("int and double", 3, 3.0);
        claim("double and float", .1, .1f);
        claim("NaN is NaN", Float.NaN, Double.NaN);
        claim("zeros", 0.0, -0.0);
        claim("infinity", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        claim("nothing", null, (Object) null);
        assertThrows(ClaimFailed.class, () -> claim("large longs", Long.MAX_VALUE, Long.MAX_VALUE - 1));
        assertThrows(ClaimFailed.class, () -> claim("null", 3, (Object) null));
        assertThrows(IllegalArgumentException.class, () -> claim("tolerance", 1, 1, -1));
    }

    @Test
    void arraysMayBeComparedWithinATolerance() {
        claimClose("close", new double[] {1, 2}, new float[] {1.0001f, 2}, 1e-3);
        fails("Claim: far\nexpected 2\nbut was  2.1\nat [1]\n1 of 2 differ\ntolerance .001",
            () -> claimClose("far", new double[] {1, 2}, new double[] {1, 2.1}, 1e-3));
    }

    @Test
    void predictionAndResultStandBesideEachOther() {
        compare("1.noise", "a", "B", "max .4917, mean .25");
        assertEquals("1.noise: you predicted a; the result is: B: max .4917, mean .25", last());
        assertTrue(shown.getLast().html().contains("A surprise") && !shown.getLast().html().toLowerCase().contains("wrong"));
        compare("1.noise", "B) because", "B", "max .4917, mean .25");
        assertTrue(shown.getLast().html().contains("✓ As you predicted"));
    }

    @Test
    void anEmptyPredictionNeverFails() {
        for (String nothing : new String[] {"", "  ", null}) {
            compare("1.noise", nothing, "B", "max .4917");
            assertEquals("1.noise: no prediction yet; the result is: B: max .4917", last());
        }
        compare("1.number", Double.NaN, 31.5, "126/4");
        assertEquals("1.number: no prediction yet; the result is: 31.5: 126/4", last());
        assertTrue(kept.isEmpty(), "nothing was predicted, so nothing is kept");
    }

    @ParameterizedTest
    @CsvSource({"B, true", "b, true", "' (b) ', true", "B., true", "'B, because', true", "answer B, true", "Option b), true", "A, false", "c: x, false",
        "both, ", "Because of noise, ", "?, ", "<b>, ", "'**', "})
    void freeTextIsToleratedAndNotJudged(String said, Boolean came) {
        assertEquals(came, Predictions.chose(said, "B"));
        compare("1.free", said, "B", "result");
    }

    @Test
    void wordsMayBeTheRightAnswer() {
        assertEquals(Boolean.TRUE, Predictions.chose(" [0,1,0,1]", "[0,1,0,1]"));
        assertNull(Predictions.chose("same", "[1,1,1,1]"));
    }

    @Test
    void numbersCountAsRightWithinFivePercentOrTheGivenTolerance() {
        compare("1.cell", 31, 31.5, "126/4");
        assertTrue(shown.getLast().html().contains("As you predicted"));
        compare("1.cell", 14, 31.5, "126/4");
        assertTrue(shown.getLast().html().contains("A surprise"));
        compare("1.zero", 0, 0, "");
        assertEquals("1.zero: you predicted 0; the result is: 0", last());
        assertTrue(shown.getLast().html().contains("As you predicted"));
        compare("1.cell", 31, 31.5, .1, "126/4");
        assertTrue(shown.getLast().html().contains("A surprise"));
    }

    @Test
    void theScoreTellsQuestionsPredictionsAndResults() {
        predictionScore();
        assertEquals("You predicted 0 of 0.", last());
        predict("1.a", "Which?", "this", "that");
        assertEquals("Predict, then run: Which?\nA  this\nB  that", last());
        predict("1.b", "How many?");
        compare("1.a", "A", "B", "that");
        compare("1.a", "b", "B", "that");
        compare("1.c", 5, 5, "");
        predict("1.d", "Which?", "now", "later");
        compare("1.d", "A", "B", "much later");
        compare("1.e", "because", "B", "that");
        predictionScore();
        assertEquals("""
            You predicted 4 of 5. As predicted: 2. Surprises: 1.
            question  you predicted  result         outcome
            1.a       B: that        B: that        ✓ as predicted
            1.b       –              –              –
            1.c       5              5              ✓ as predicted
            1.d       A: now         B: much later  → a surprise
            1.e       because        B: that        –""", last());
    }

    @Test
    void theScoreForgetsTheOptionsOfAnEarlierLesson() {
        predict("1.a", "Which?", "this", "that");
        Lesson.reset();
        compare("1.a", "A", "A", "this");
        predictionScore();
        assertTrue(last().contains("1.a       A  "), last());
    }

    @Test
    void predictionsAreKept() {
        compare("1.noise", " A ", "B", "result");
        compare("1.n", 3, 5, "result");
        assertEquals(List.of("predicted 1.noise A", "predicted 1.n 3"), kept.stream().map(e -> e.kind() + " " + e.subject() + " " + e.value()).toList());
    }
}
