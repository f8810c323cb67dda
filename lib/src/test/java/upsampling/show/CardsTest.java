package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardsTest {
    private static final double[][] EXPECTED = {{-1, -1}, {-1, -1}};

    private static Shown failed(double[][] expected, double[][] actual) {
        return Cards.failed("Task 1.2 `maxPool2d`", "maxPool2d(all −1, k3 s2 p1)", expected, actual, "Padding of max pooling is −∞.", 2, 4);
    }

    @Test
    void passedSaysTaskAndPoints() {
        Shown card = Cards.passed("Task 1.2 `maxPool2d`", "5 of 5 checks: padding, ties.", 4, 4);
        assertEquals("passed: Task 1.2 maxPool2d, 4 of 4 points", card.text());
        assertAll(() -> assertTrue(card.html().contains("✓ Passed.")), () -> assertTrue(card.html().contains("5 of 5 checks")),
            () -> assertTrue(card.html().contains("4 of 4 points")));
    }

    @Test
    void failedSaysHowManyDifferAndWhichIsFirst() {
        Shown card = failed(EXPECTED, new double[][] {{-1, 0}, {0, -1}});
        assertEquals("""
            not yet: Task 1.2 maxPool2d, 2 of 4 points
            maxPool2d(all −1, k3 s2 p1): 2 of 4 values differ; the first at row 0, column 1: expected −1, but was 0.
            Hint: Padding of max pooling is −∞.""", card.text());
        assertTrue(card.html().contains("✗ Not yet."));
        assertTrue(card.html().contains("<img alt=\"2 of 4 values differ"));
    }

    @Test
    void failedNamesBothSizesIfTheyDiffer() {
        assertTrue(failed(EXPECTED, new double[][] {{-1, -1, -1}}).text().contains("Expected the size 2×2, but was 1×3."));
    }

    @Test
    void failedCountsNaNAsEqualToNaNOnly() {
        double[][] expected = {{Double.NaN, Double.NaN, Double.POSITIVE_INFINITY}};
        Shown card = failed(expected, new double[][] {{Double.NaN, 2, Double.NEGATIVE_INFINITY}});
        assertTrue(card.text().contains("2 of 3 values differ; the first at row 0, column 1: expected NaN, but was 2."), card.text());
    }

    @Test
    void failedShowsAllDigitsOfADifferenceThatFourDigitsHide() {
        assertTrue(failed(new double[][] {{.25}}, new double[][] {{.250000001}}).text().contains("expected 0.25, but was 0.250000001"));
    }

    @Test
    void failedOnEqualMapsSaysSoInsteadOfInventingADifference() {
        assertTrue(failed(EXPECTED, EXPECTED).text().contains("All 4 values shown here agree."));
    }

    @Test
    void failedCutsLargeMapsToTheFirstDifference() {
        double[][] expected = new double[40][60];
        double[][] actual = new double[40][60];
        actual[33][50] = 1;
        Shown card = failed(expected, actual);
        assertTrue(card.text().contains("1 of 2400 values differ; the first at row 33, column 50"), card.text());
        Tile maps = Difference.of(expected, actual).maps();
        assertTrue(maps.width() <= 620, "width " + maps.width());
        actual[0][0] = 1;
        assertNotEquals(Hashes.of(maps), Hashes.of(Difference.of(expected, actual).maps()));
    }

    @Test
    void failedShowsTheSmallestInputAsCallAndMaps() {
        var smallest = new Smallest("maxPool2d(Tensor.image(new double[][] {{-1}}), Window.of(2).withPadding(1))", "Expected −1, but was 0.",
            new double[][] {{-1}}, EXPECTED, new double[2][2]);
        Shown card = Cards.failed("Task 1.2", "maxPool2d(x of shape [1, 1, 4, 4], k3 p1)", "4 of 4 differ.", smallest, "Padding is −∞.", 2, 4);
        assertEquals("""
            not yet: Task 1.2, 2 of 4 points
            maxPool2d(x of shape [1, 1, 4, 4], k3 p1): 4 of 4 differ.
            The simplest input found that shows it: maxPool2d(Tensor.image(new double[][] {{-1}}), Window.of(2).withPadding(1))
            Expected −1, but was 0.
            Hint: Padding is −∞.""", card.text());
        assertTrue(card.html().contains("<img alt=\"Input 1×1. 4 of 4 values differ"), card.html().substring(0, 800));
        Tile alone = Difference.of(EXPECTED, new double[2][2]).maps();
        assertTrue(smallest.maps().width() > alone.width(), "the input is drawn too");
    }

    @Test
    void failedDrawsNothingForASmallestInputWhoseResultIsNoMap() {
        var smallest = new Smallest("convMacs(1, 1, 1, 1, Window.of(1))", "Expected 1, but was 2.", null, null, null);
        Shown card = Cards.failed("Task 1.4", "convMacs(outHeight 32, ...)", "Expected 9, but was 18.", smallest, "", 0, 2);
        assertFalse(card.html().contains("<img"), card.html());
        assertTrue(card.text().endsWith("convMacs(1, 1, 1, 1, Window.of(1))\nExpected 1, but was 2."), card.text());
    }

    @Test
    void theSentenceOfTheSimplestInputBeginsWithACapital() {
        assertEquals("Expected 1, but was 2.", new Smallest("f(1)", "expected 1, but was 2.", null, null, null).sentence());
        assertEquals("At [0] expected 1, but was 2.", new Smallest("f(1)", "at [0] expected 1, but was 2.", null, null, null).sentence());
        assertEquals("gradInput: expected 1, but was 2.", new Smallest("f(1)", "gradInput: expected 1, but was 2.", null, null, null).sentence());
    }

    @Test
    void theSmallestInputKeepsTheWidthOfACard() {
        double[][] wide = new double[6][6];
        double[][] other = new double[6][6];
        other[5][5] = 1;
        assertTrue(new Smallest("f(x)", "It differs.", new double[9][9], wide, other).maps().width() <= Shown.MOST_WIDTH);
    }

    @Test
    void failedRejectsMapsWithoutValues() {
        assertThrows(IllegalArgumentException.class, () -> failed(new double[0][], EXPECTED));
        assertThrows(IllegalArgumentException.class, () -> failed(EXPECTED, new double[][] {{1, 2}, {3}}));
    }

    @Test
    void failedTakesTextsForWhatIsNotAMap() {
        Shown card = Cards.failed("Task 1.1", "outputSize(7, k3 d2)", "3", "5", "", 1, 2);
        assertEquals("not yet: Task 1.1, 1 of 2 points\noutputSize(7, k3 d2): Expected 3, but was 5.", card.text());
        assertFalse(card.html().contains("Hint"), "an empty hint is not shown");
    }

    @Test
    void notStartedIsNeitherRightNorWrong() {
        Shown card = Cards.notStarted("Task 1.3 `avgPool2d`", 4);
        assertEquals("not started: Task 1.3 avgPool2d, 0 of 4 points", card.text());
        assertFalse(card.html().contains("✗") || card.html().contains("✓"));
    }

    @Test
    void predictLettersItsOptionsAndFoldsTheAnswer() {
        Shown card = Cards.predict("How often?", List.of("2 : 1", "4 : 2 : 2 : 1"), "B, 4 : 2 : 2 : 1.", "Counts multiply.");
        assertEquals("Predict, then run: How often?\nA  2 : 1\nB  4 : 2 : 2 : 1", card.text());
        assertTrue(card.html().indexOf("<details") < card.html().indexOf("Counts multiply."));
        assertFalse(Cards.predict("How often?", List.of("once")).html().contains("<details"));
    }

    @Test
    void taskFoldsEveryHint() {
        Shown card = Cards.task("1.2 maxPool2d", "core", 4, "Write max pooling.", List.of("Which value never wins?", "Compare with `>`."));
        assertEquals(2, card.html().split("<details", -1).length - 1);
        assertTrue(card.html().contains("Hint 2 of 2") && card.html().contains("core · 4 points"));
    }

    @Test
    void errorSaysWhatToTry() {
        Shown card = Cards.error("IllegalArgumentException", "`Window`: stride must be >= 1, but was 0", "s = 0", "`withStride(1)`",
            "cell 7, line 3");
        assertEquals("IllegalArgumentException: Window: stride must be >= 1, but was 0", card.text());
        assertTrue(card.html().contains("&gt;= 1") && card.html().contains("Try:") && card.html().contains("cell 7, line 3"));
    }

    @Test
    void whateverALearnerWritesIsEscaped() {
        Shown card = Cards.failed("Task", "call()", "<b>", "</div><script>alert(1)</script>", "", 0, 1);
        assertFalse(card.html().contains("<script"));
    }

    @Test
    void everyChangedWordOrValueChangesTheHash() {
        String hash = Hashes.of(failed(EXPECTED, new double[][] {{-1, 0}, {0, -1}}));
        assertEquals(hash, Hashes.of(failed(EXPECTED, new double[][] {{-1, 0}, {0, -1}})));
        assertNotEquals(hash, Hashes.of(failed(EXPECTED, new double[][] {{-1, 0}, {0.5, -1}})));
        assertNotEquals(Hashes.of(Cards.passed("1.1", "", 1, 2)), Hashes.of(Cards.passed("1.1", "", 2, 2)));
    }

    @Test
    void cardsKeepTheirBudget() {
        assertTrue(failed(EXPECTED, new double[][] {{0, 0}, {0, -1}}).kilobytes() < 10);
    }
}
