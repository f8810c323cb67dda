package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.notebook.Notebook;

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
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("first"));
    }

    private static String lesson(String text) {
        return """
            {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["%s"]}],
             "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}
            """.formatted(text);
    }

    private String copied() {
        return Notebook.read(copy).cells().getFirst().source();
    }

    @Test
    void aLessonIsCopiedOnce() {
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("first", copied());
        assertEquals(new LearnerCopies.Result(List.of(), List.of()), new LearnerCopies(place).refresh());
    }

    @Test
    void anUpdateNeverTouchesTheLearnersCopyButIsSaid() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(copy, "mine");
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("second"));
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().outdated());
        assertEquals("mine", Files.readString(copy));
    }

    @Test
    void renamingTheCopyBringsTheNewVersion() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("second"));
        Files.move(copy, copy.resolveSibling("mine.ipynb"));
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("second", copied());
        assertEquals(List.of(), new LearnerCopies(place).refresh().outdated());
    }
}
