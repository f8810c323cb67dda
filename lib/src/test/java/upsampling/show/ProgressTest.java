package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bars of progress with a clock that the test moves.
class ProgressTest {
    private static final long SECOND = 1_000_000_000;

    private final List<Shown> states = new ArrayList<>();
    private long now = -3;

    @BeforeEach
    void receive() {
        Show.to(new Display() {
            @Override
            public void show(Shown shown) {
                throw new AssertionError("a bar is updated in place: " + shown);
            }

            @Override
            public void replace(Shown shown, String id, boolean isFinal) {
                states.add(shown);
            }
        });
    }

    @AfterEach
    void showOnTheConsoleAgain() {
        Show.to(new ConsoleDisplay(System.out));
    }

    private Progress progress(int total) {
        return Progress.of("training", total, () -> now);
    }

    private List<String> texts() {
        return states.stream().map(Shown::text).toList();
    }

    @Test
    void aBarGoesFromNothingToComplete() {
        try (Progress progress = progress(4)) {
            for (int step = 1; step <= 4; step++) {
                now += SECOND / 2;
                progress.step("loss ." + step);
            }
        }
        assertEquals(List.of("training: 0 of 4", "training: 1 of 4, loss .1", "training: 2 of 4, loss .2", "training: 3 of 4, loss .3",
            "training: 4 of 4, loss .4", "training: 4 of 4, loss .4"), texts());
        assertTrue(states.get(2).html().contains("width:50%"), states.get(2).html());
        assertTrue(states.getLast().html().contains("width:100%") && states.getLast().html().contains("✓"), states.getLast().html());
    }

    @Test
    void manyStepsAreFewUpdatesAndTheFinalStateIsShown() {
        try (Progress progress = progress(500)) {
            for (int step = 1; step <= 500; step++) progress.step();
        }
        assertEquals(List.of("training: 0 of 500", "training: 500 of 500"), texts());
    }

    @Test
    void aLoopThatFailsLeavesWhereItStopped() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> {
            try (Progress progress = progress(500)) {
                for (int step = 1; step <= 37; step++) progress.step("loss .5");
                throw new IllegalStateException("diverged");
            }
        });
        assertEquals("diverged", failure.getMessage());
        assertEquals("training: stopped at 37 of 500, loss .5", texts().getLast());
        assertFalse(states.getLast().html().contains("✓"), states.getLast().html());
        assertTrue(states.getLast().html().contains("width:7%"), states.getLast().html());
    }

    @Test
    void anInterruptEndsALoopOfTheLibraryAndTheBarSaysSo() {
        assertThrows(CancellationException.class, () -> {
            try (Progress progress = progress(500)) {
                for (int step = 1; step <= 500; step++) {
                    if (step == 38) Thread.currentThread().interrupt();
                    progress.step();
                }
            }
        });
        assertTrue(Thread.interrupted(), "whoever called the loop must see it too");
        assertEquals("training: stopped at 37 of 500", texts().getLast());
    }

    @Test
    void theTimeThatIsLeftIsEstimatedWhileItRunsOnly() {
        try (Progress progress = progress(100)) {
            now += SECOND;
            progress.step();
            now += 9 * SECOND;
            progress.step("b");
            now += 10 * SECOND;
            for (int step = 3; step <= 50; step++) progress.step();
            now += SECOND;
            progress.step();
        }
        assertEquals("training: 1 of 100", texts().get(1), "too early to say");
        assertEquals("training: 2 of 100, b · about 8 min left", texts().get(2), "10 s for 2, so 490 s for 98");
        assertEquals("training: 51 of 100, b · about 20 s left", texts().get(4), "21 s for 51, so 20.2 s for 49");
        assertEquals("training: stopped at 51 of 100, b", texts().getLast());
    }

    @Test
    void anEmptyLoopIsComplete() {
        progress(0).close();
        assertEquals("training: 0 of 0", texts().getLast());
        assertTrue(states.getLast().html().contains("✓"));
    }

    @Test
    void stepsOfManyThreadsAreAllCounted() {
        try (Progress progress = progress(10_000)) {
            IntStream.range(0, 10_000).parallel().forEach(_ -> progress.step());
        }
        assertEquals("training: 10000 of 10000", texts().getLast());
    }

    @Test
    void wordsOfALearnerAreNoHtml() {
        try (Progress progress = Progress.of("a<b", 1, () -> now)) {
            progress.step("<i>");
        }
        assertTrue(states.getLast().html().contains("a&lt;b") && !states.getLast().html().contains("<i>"), states.getLast().html());
        assertEquals("a<b: 1 of 1, <i>", texts().getLast());
    }

    @Test
    void theHashSaysWhatTheBarSays() {
        String finished = null;
        for (int round = 0; round < 2; round++) {
            try (Progress progress = progress(2)) {
                progress.step("a");
                now += 100 * SECOND * round; // slower, with the same end
                progress.step("b");
            }
            String hash = Hashes.of(states.getLast());
            if (finished != null) assertEquals(finished, hash);
            finished = hash;
        }
        try (Progress progress = progress(2)) {
            progress.step("b");
        }
        assertFalse(Hashes.of(states.getLast()).equals(finished));
    }

    @Test
    void wrongUseIsAnswered() {
        assertEquals("Progress: total must be >= 0, but was -1", assertThrows(IllegalArgumentException.class, () -> progress(-1)).getMessage());
        Progress progress = progress(1);
        progress.close();
        progress.close();
        assertEquals("Progress: \"training\" is closed; start another one with Progress.of",
            assertThrows(IllegalStateException.class, progress::step).getMessage());
    }
}
