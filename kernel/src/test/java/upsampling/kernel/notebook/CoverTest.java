package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverTest {
    private static final String NOTEBOOK = """
        {"nbformat": 4, "metadata": {"kernelspec": {"name": "java"}}, "cells": [%s]}""";
    private static final String CELL = """
        {"cell_type": "code", "id": "%s", "source": "", "metadata": {"tags": ["figure"%s]}, "outputs": [{"data": {"text/html": ["<p>", "%s"]}}]}""";
    private static final String PICTURE = "<img alt='A disc &amp; a ring' width='3' src='data:image/png;base64,AQID'>".replace("'", "\\\"");

    @TempDir
    private Path folder;

    @Test
    void itIsThePictureOfTheCellWithTheTag() throws IOException {
        Cover cover = Cover.of(notebook(CELL.formatted("other", "", PICTURE.replace("AQID", "BBBB")) + "," + CELL.formatted("shown", ", \"cover\"", PICTURE))).orElseThrow();
        assertEquals("A disc &amp; a ring", cover.alt());
        assertArrayEquals(new byte[] {1, 2, 3}, cover.png());
    }

    @Test
    void aLessonMayHaveNone() throws IOException {
        assertEquals(Optional.empty(), Cover.of(notebook(CELL.formatted("other", "", PICTURE))));
    }

    @Test
    void twoCoversAreNamed() throws IOException {
        Notebook lesson = notebook(CELL.formatted("one", ", \"cover\"", PICTURE) + "," + CELL.formatted("two", ", \"cover\"", PICTURE));
        String message = assertThrows(InvalidNotebook.class, () -> Cover.of(lesson)).getMessage();
        assertTrue(message.contains("has the tag cover on 2 cells: one, two; leave it on one"), message);
    }

    @Test
    void aCoverWithoutAPictureSaysWhatToDo() throws IOException {
        Notebook lesson = notebook(CELL.formatted("bare", ", \"cover\"", "no picture"));
        String message = assertThrows(InvalidNotebook.class, () -> Cover.of(lesson)).getMessage();
        assertTrue(message.contains("has the tag cover on the cell bare, whose stored outputs have no picture: run ./course run --update"), message);
    }

    private Notebook notebook(String cells) throws IOException {
        return Notebook.read(Files.writeString(folder.resolve("lesson.ipynb"), NOTEBOOK.formatted(cells)));
    }
}
