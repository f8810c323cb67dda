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
    void pointsHaveOneDecimal() {
        assertShows(new AveragesFirstPlane(), "not yet: Task 1.3/planes (5 of 6 parts hold), 3.3 of 4 points");
    }

    private void assertShows(Object answer, String text) {
        cards.clear();
        check(answer);
        assertEquals(1, cards.size());
        assertTrue(cards.getFirst().contains(text), cards.getFirst());
    }
}
