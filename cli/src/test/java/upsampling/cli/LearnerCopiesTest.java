package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerCopiesTest {
    @TempDir
    private Path checkout;
    private Place place;
    private Path copy;

    @BeforeEach
    void aCheckoutWithOneLesson() throws IOException {
        place = new Place(checkout, checkout);
        copy = place.work().resolve("notebooks/01-pooling.ipynb");
        Files.createDirectories(place.notebooks());
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), "first");
    }

    @Test
    void aLessonIsCopiedOnce() throws IOException {
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("first", Files.readString(copy));
        assertEquals(new LearnerCopies.Result(List.of(), List.of()), new LearnerCopies(place).refresh());
    }

    @Test
    void anUpdateNeverTouchesTheLearnersCopyButIsSaid() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(copy, "mine");
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), "second");
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().outdated());
        assertEquals("mine", Files.readString(copy));
    }

    @Test
    void renamingTheCopyBringsTheNewVersion() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), "second");
        Files.move(copy, copy.resolveSibling("mine.ipynb"));
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("second", Files.readString(copy));
        assertEquals(List.of(), new LearnerCopies(place).refresh().outdated());
    }
}
