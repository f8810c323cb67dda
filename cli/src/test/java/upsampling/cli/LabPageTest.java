package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Learner;
import upsampling.lesson.FileState;

/// Which page Lab opens with: never the launcher.
class LabPageTest {
    private static final String EMPTY = """
        {"cells": [], "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    @TempDir
    private Path checkout;
    private Place place;

    @BeforeEach
    void aCheckoutWithTwoLessons() throws IOException {
        place = new Place(checkout, checkout);
        Files.createDirectories(place.notebooks());
        for (String name : new String[] {"00-start.ipynb", "01-pooling.ipynb"}) Files.writeString(place.notebooks().resolve(name), EMPTY);
        new LearnerCopies(place).refresh();
    }

    private void leaveLabWith(String inFront) throws IOException {
        // as JupyterLab 4.6 writes it, shortened
        Files.writeString(Place.make(LabPage.workspaces(place)).resolve("default-37a8.jupyterlab-workspace"), """
            {"data": {"layout-restorer:data": {"main": {"dock": {"type": "tab-area", "currentIndex": 0, "widgets": ["%s"]}, "current": "%s"}}}, "metadata": {"id": "default"}}
            """.formatted(inFront, inFront));
    }

    @Test
    void theFirstTimeItIsTheFirstLesson() {
        assertEquals("/lab/tree/notebooks/00-start.ipynb", LabPage.of(place));
    }

    @Test
    void laterItIsTheNotebookThatWasInFront() throws IOException {
        leaveLabWith("notebook:notebooks/01-pooling.ipynb");
        assertEquals("/lab/tree/notebooks/01-pooling.ipynb", LabPage.of(place));
        Files.writeString(place.work().resolve("notebooks/my try ä.ipynb"), EMPTY);
        leaveLabWith("notebook:notebooks/my try ä.ipynb");
        assertEquals("/lab/tree/notebooks/my%20try%20%C3%A4.ipynb", LabPage.of(place));
    }

    @Test
    void withNoNotebookInFrontItIsTheLessonThatComesNext() throws IOException {
        new Learner(FileState.in(place.state())).ran(0, 3);
        leaveLabWith("launcher:launcher-0");
        assertEquals("/lab/tree/notebooks/01-pooling.ipynb", LabPage.of(place));
        leaveLabWith("notebook:notebooks/deleted.ipynb");
        assertEquals("/lab/tree/notebooks/01-pooling.ipynb", LabPage.of(place));
        Files.writeString(LabPage.workspaces(place).resolve("default-37a8.jupyterlab-workspace"), "no JSON");
        assertEquals("/lab/tree/notebooks/01-pooling.ipynb", LabPage.of(place));
    }

    @Test
    void whenAllAreReadItIsTheirFolder() {
        Learner learner = new Learner(FileState.in(place.state()));
        for (int lesson = 0; lesson < 2; lesson++) learner.ran(lesson, 3);
        assertEquals("/lab/tree/notebooks", LabPage.of(place));
    }
}
