package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.grader.Hunt.hunt;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Learner;
import upsampling.lesson.FileState;
import upsampling.lesson.Lesson;
import upsampling.lesson.LessonState;
import upsampling.show.ConsoleDisplay;
import upsampling.show.Show;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The bug hunt in a cell.
class HuntTest {
    private final List<String> cards = new ArrayList<>();
    private LessonState before;

    @BeforeEach
    void keep(@TempDir Path folder) {
        before = Lesson.state();
        Lesson.keepIn(FileState.in(folder));
        Show.to(shown -> cards.add(shown.text()));
    }

    @AfterEach
    void restore() {
        Lesson.keepIn(before);
        Show.to(new ConsoleDisplay(System.out));
    }

    private static void pass(String task) {
        Lesson.state().record(new LessonState.Event(Instant.EPOCH, "passed", task, "4"));
    }

    private void assertShows(String text) {
        assertTrue(cards.getLast().contains(text), cards.getLast());
    }

    @Test
    void itIsClosedBeforeTheTaskIsPassedAndForTasksThatDoNotExist() {
        hunt("1.2").tryOn(1);
        assertShows("The hunt opens when task 1.2 is passed");
        hunt("9.9").tryOn();
        assertShows("There is no task 9.9");
    }

    @Test
    void anInputOnWhichTheBoxIsWrongExposesItAndTheNextOneComes() {
        pass("1.4");
        assertEquals("Black box 1 of 4 answers task 1.4, Pooling.convMacs, and is wrong somewhere. Find an input that shows it: hunt(\"1.4\").tryOn(...)",
            hunt("1.4").toString());
        for (int box = 0; box < 4; box++) {
            hunt("1.4").tryOn(2, 3, 100_000, 100_000, Window.of(3).withStride(2).withDilation(2));
            assertShows("exposed: Task 1.4");
            assertShows("The mistake: ");
        }
        assertShows("That was the last box of task 1.4.");
        assertEquals(4, Learner.here().bugsExposed("1.4").size());
        hunt("1.4").tryOn(1, 1, 1, 1, Window.of(1));
        assertShows("All 4 black boxes of task 1.4 are exposed.");
    }

    @Test
    void whereTheBoxIsRightNothingIsExposed() {
        pass("1.2");
        hunt("1.2").tryOn(Tensor.image(new double[][] {{3}}), Window.of(1));
        assertShows("Here the box is right.");
        assertTrue(Learner.here().bugsExposed("1.2").isEmpty());
        assertFalse(cards.getLast().contains("Padding"), "nothing is given away");
    }

    @Test
    void anInputOutsideTheTaskOrOfOtherTypesCountsNothing() {
        pass("1.2");
        hunt("1.2").tryOn(Tensor.image(new double[][] {{3}}), Window.of(2));
        assertShows("This input lies outside the task, so nothing counts");
        hunt("1.2").tryOn(3, Window.of(2));
        assertShows("takes (Tensor x, Window window), but was given (Integer, Window)");
        assertTrue(Learner.here().bugsExposed("1.2").isEmpty());
    }
}
