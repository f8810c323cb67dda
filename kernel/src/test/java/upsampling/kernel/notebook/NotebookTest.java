package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.eval.Bundle;
import upsampling.kernel.eval.StreamName;

class NotebookTest {
    private static final String SMALL = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a",
           "metadata": {},
           "source": [
            "# A ∗ title <b>\\n",
            "second line"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "b",
           "metadata": {
            "tags": [
             "raises-exception"
            ]
           },
           "outputs": [],
           "source": [
            "1 / 0"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "Java",
           "language": "java",
           "name": "java"
          },
          "language_info": {
           "name": "Java",
           "version": "25"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    @TempDir
    private Path folder;

    private Notebook read(String text) throws IOException {
        Path file = folder.resolve("lesson.ipynb");
        Files.writeString(file, text);
        return Notebook.read(file);
    }

    @Test
    void isWrittenAsJupyterWritesIt() throws IOException {
        assertEquals(SMALL, read(SMALL).toJson());
    }

    @Test
    void cellsKnowNumberTagsAndSource() throws IOException {
        List<Notebook.Cell> cells = read(SMALL).cells();
        assertEquals("# A ∗ title <b>\nsecond line", cells.get(0).source());
        assertEquals(2, cells.get(1).number());
        assertTrue(cells.get(1).isCode() && cells.get(1).hasTag("raises-exception"));
    }

    @Test
    void answersAreHiddenBetweenAQuestionAndItsComparison() throws IOException {
        String[] sources = {"1", "predict(id, question);", "figure", "compare(id, guess);", "2"};
        StringBuilder cells = new StringBuilder();
        for (String source : sources) {
            cells.append(cells.isEmpty() ? "" : ",").append("""
                {"cell_type": "code", "execution_count": 1, "id": "%d", "metadata": {}, "source": ["%s"],
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": ["x"]}]}""".formatted(cells.length(), source));
        }
        Notebook notebook = read("{\"cells\": [" + cells + "], \"metadata\": {\"kernelspec\": {\"name\": \"java\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}");
        notebook.hideAnswers();
        assertEquals(List.of(1, 1, 0, 0, 1), notebook.cells().stream().map(c -> c.outputs().size()).toList());
        assertEquals(List.of(1, 1, 0, 0, 1), notebook.cells().stream().map(Notebook.Cell::executionCount).toList());
        assertEquals(List.of(false, false, false, true, false), notebook.cells().stream().map(Notebook.Cell::isFolded).toList());
        String answer = notebook.cells().get(3).source();
        assertEquals("// predict first, then run this cell: the code below names the answer\ncompare(id, guess);", answer);
        notebook.hideAnswers();
        assertEquals(answer, notebook.cells().get(3).source(), "hidden twice is hidden once");
    }

    @Test
    void whatIsNoNotebookIsAnsweredWithWhatToChange() throws IOException {
        assertProblem("{\"cells\": [", "is no JSON");
        assertProblem("[1, 2]", "is no JSON");
        assertProblem("{\"nbformat\": 3, \"worksheets\": []}", "is no notebook of format 4");
        assertProblem(SMALL.replace("\"name\": \"java\"", "\"other\": \"java\""), "names no kernel");
    }

    private void assertProblem(String text, String expected) {
        InvalidNotebook problem = assertThrows(InvalidNotebook.class, () -> read(text));
        assertTrue(problem.getMessage().startsWith("lesson.ipynb " + expected), problem.getMessage());
    }

    @Test
    void neighbouringPiecesOfAStreamAreOneOutput() {
        OutputRecorder recorder = new OutputRecorder(new HashMap<>());
        recorder.stream(StreamName.STDOUT, "a");
        recorder.stream(StreamName.STDOUT, "b\nc");
        recorder.stream(StreamName.STDERR, "d");
        JsonArray outputs = recorder.outputs();
        assertEquals(2, outputs.size());
        assertEquals("[\"ab\\n\",\"c\"]", outputs.get(0).getAsJsonObject().get("text").toString());
    }

    @Test
    void anUpdateReplacesWhatItUpdatesAndIdsAreNotStored() {
        OutputRecorder recorder = new OutputRecorder(new HashMap<>());
        recorder.display(Bundle.ofText("first"), "x");
        recorder.display(Bundle.ofText("other"), null);
        recorder.display(Bundle.ofText("second"), "x");
        assertEquals(2, recorder.outputs().size());
        String first = recorder.outputs().get(0).toString();
        assertTrue(first.contains("second") && !first.contains("display_id"), first);
    }

    @Test
    void clearingWaitsForTheNextOutputIfAsked() {
        OutputRecorder recorder = new OutputRecorder(new HashMap<>());
        recorder.stream(StreamName.STDOUT, "old");
        recorder.clear(true);
        assertEquals(1, recorder.outputs().size());
        recorder.stream(StreamName.STDOUT, "new");
        assertEquals("[\"new\"]", recorder.outputs().get(0).getAsJsonObject().get("text").toString());
    }

    @Test
    void anUpdateByALaterCellReplacesWhatTheEarlierOneHasShown() {
        Map<String, OutputRecorder> shownBy = new HashMap<>();
        OutputRecorder first = new OutputRecorder(shownBy);
        OutputRecorder second = new OutputRecorder(shownBy);
        first.display(Bundle.ofText("old"), "x");
        second.display(Bundle.ofText("new"), "x");
        assertEquals(0, second.outputs().size());
        assertTrue(first.outputs().toString().contains("new") && !first.outputs().toString().contains("old"), first.outputs().toString());
        first.clear(false);
        second.display(Bundle.ofText("newer"), "x");
        second.display(Bundle.ofText("newest"), "x");
        assertEquals(0, first.outputs().size(), "what was removed is not updated");
        assertEquals(1, second.outputs().size());
        assertTrue(second.outputs().toString().contains("newest"), second.outputs().toString());
    }

    @Test
    void ofALiveDisplayTheFinalStateIsStored() throws IOException {
        String[] sources = {"import upsampling.show.*;\\nvar live = Show.live();\\nlive.update(\\\"step 1\\\");",
            "try (var progress = Progress.of(\\\"training\\\", 500)) { for (int i = 1; i <= 500; i++) progress.step(); }",
            "live.update(\\\"step 2\\\");\\nlive.close();"};
        StringBuilder cells = new StringBuilder();
        for (String source : sources) {
            cells.append(cells.isEmpty() ? "" : ",").append("""
                {"cell_type": "code", "execution_count": null, "id": "%d", "metadata": {}, "source": ["%s"], "outputs": []}""".formatted(cells.length(), source));
        }
        Notebook notebook = read("{\"cells\": [" + cells + "], \"metadata\": {\"kernelspec\": {\"name\": \"java\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}");
        NotebookRunner.Run run = new NotebookRunner(NotebookRunner.CELL_LIMIT, (done, total, cell) -> { }).run(notebook);
        run.store();
        assertEquals(List.of("[\"step 2\"]", "[\"training: 500 of 500\"]"), notebook.cells().stream().filter(c -> !c.outputs().isEmpty())
            .map(c -> c.outputs().get(0).getAsJsonObject().getAsJsonObject("data").get("text/plain").toString()).toList());
        assertEquals(List.of(1, 1, 0), notebook.cells().stream().map(c -> c.outputs().size()).toList());
        assertEquals(List.of(), run.differences());
    }
}
