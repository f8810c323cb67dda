package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.grader.Check.check;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import upsampling.show.Show;
import upsampling.solutions.lesson01.wrong.AveragesFirstPlane;
import upsampling.solutions.lesson01.wrong.BackwardIgnoresBatch;
import upsampling.solutions.lesson01.wrong.IgnoresBatch;
import upsampling.solutions.lesson01.wrong.LastMaximumWins;
import upsampling.solutions.lesson01.wrong.TensorIndices;
import upsampling.solutions.lesson02.wrong.AcceptsAnyAlignment;
import upsampling.solutions.lesson02.wrong.CornersOfCells;
import upsampling.solutions.lesson02.wrong.FarWeights;
import upsampling.solutions.lesson02.wrong.NoClamp;
import upsampling.solutions.lesson02.wrong.ReversedTaps;
import upsampling.solutions.lesson02.wrong.Transposes;

/// The words on the cards of known-wrong answers: the call, where it differs first, and the points.
class CardsTest {
    private final List<String> cards = new ArrayList<>();

    @BeforeEach
    void collectCards() {
        Show.to(card -> cards.add(card.text()));
    }

    @Test
    void theChannelOfTheFirstDifferenceIsNamed() {
        assertShows(new TensorIndices(), "maxPool2d(x of shape [1, 2, 2, 2], window k2 s2) → indices in channel 1: 1 of 1 values differ");
    }

    @Test
    void ofABatchTheImageIsNamedToo() {
        assertShows(new IgnoresBatch(), "maxPool2d(x of shape [2, 2, 2, 2], window k2 s2) → values in image 1, channel 0: 1 of 1 values differ");
        assertShows(new BackwardIgnoresBatch(),
            "maxPool2dBackward(gradOutput of shape [2, 2, 1, 1], indices [0, 5, 2, 4], height 2, width 3) in image 0, channel 0: 1 of 6 values differ");
    }

    @Test
    void ofOnePlaneNothingIsSaid() {
        assertShows(new LastMaximumWins(), "→ indices: 4 of 4 values differ; the first at row 0, column 0: expected 0, but was 4.");
    }

    @Test
    void pointsHaveTwoDecimals() {
        assertShows(new AveragesFirstPlane(), "not yet: Task 1.3/planes (5 of 6 parts hold), 3.33 of 4 points");
    }

    @Test
    void aMatrixIsShownAsAMap() {
        assertShows(new NoClamp(),
            "linearMatrix(inSize 4, outSize 8, alignment half-pixel): 2 of 32 values differ; the first at row 0, column 0: expected 1, but was 1.25.");
        assertShows(new Transposes(), "Expected the size 8×4, but was 4×8.");
        assertShows(new Transposes(), "Expected 2 rows of 1, but was 1 row of 2.");
    }

    @Test
    void aPlaceInARowOrAMatrixIsNamedAsInJava() {
        assertShows(new ReversedTaps(), "cubicWeights(0, 0)\nAt [1] expected 1, but was 0; 2 of 4 differ.");
        assertShows(new CornersOfCells(), "At [1][0] expected 0.5, but was 0; 2 of 6 differ.");
    }

    @Test
    void oneNumberIsSaidInWords() {
        assertShows(new FarWeights(), "x 0.25, y 0.5): Expected 4, but was 6.");
        assertShows(new AcceptsAnyAlignment(), "alignment centre): Expected IllegalArgumentException, but was a result.");
    }

    private void assertShows(Object answer, String text) {
        cards.clear();
        check(answer);
        assertEquals(1, cards.size());
        assertTrue(cards.getFirst().contains(text), cards.getFirst());
    }
}
