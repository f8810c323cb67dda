package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson of one cell that keeps all rules, then broken once for each rule.
class NotebookLintTest {
    private static final String PICTURE = "<figure><img alt=\"a map of four values\" src=\"data:image/png;base64,AAAA\"></figure>";

    @TempDir
    private Path folder;

    private List<String> problems(String kernel, String version, String id, int count, String source, JsonObject output) throws IOException {
        JsonArray outputs = new JsonArray();
        if (output != null) outputs.add(output);
        String text = """
            {"cells": [{"cell_type": "code", "execution_count": %d, "id": "%s", "metadata": {}, "outputs": %s, "source": ["%s"]}],
             "metadata": {"kernelspec": {"name": "%s"}, "language_info": {"version": "%s"}}, "nbformat": 4, "nbformat_minor": 5}
            """.formatted(count, id, outputs, source, kernel, version);
        Path file = folder.resolve("01-x.ipynb");
        Files.writeString(file, text);
        return NotebookLint.problems(Notebook.read(file));
    }

    @Test
    void aLessonThatKeepsAllRulesHasNoProblem() throws IOException {
        assertEquals(List.of(), problems("java", "25", "a", 1, "1 + 1", display(PICTURE, "four values, .25 each")));
    }

    @Test
    void kernelVersionIdAndCountAreChecked() throws IOException {
        assertBroken("the kernel is", problems("python3", "25", "a", 1, "", null));
        assertBroken("language_info.version", problems("java", "25.0.3", "a", 1, "", null));
        assertBroken("needs an id", problems("java", "25", "", 1, "", null));
        assertBroken("execution count 7", problems("java", "25", "a", 7, "", null));
    }

    @Test
    void whatChangesOrNeedsANetworkIsBanned() throws IOException {
        assertBroken("%maven", problems("java", "25", "a", 1, "%maven a:b:1", null));
        assertBroken("[I@", problems("java", "25", "a", 1, "", display("", "[I@1b2c3d")));
        assertBroken("<script src", problems("java", "25", "a", 1, "", display("<script src=x></script>", "text")));
    }

    @Test
    void cellsUseNothingThatOnlyOneKernelHas() throws IOException {
        for (String code : List.of("%time f();", "int a = 1;\\n  %%html", "import upsampling.kernel.eval.CurrentCell;", "import org.dflib.jjava.*;",
            "display(x);", "var id = display (x);")) {
            assertBroken("cell 1: uses \"", problems("java", "25", "a", 1, code, null));
        }
        for (String code : List.of("int rest = 7\\n    % 2;", "text\\n  %d of %d", "figure.display(x);", "redisplay(x);", "import upsampling.kernels.Ink;")) {
            assertEquals(List.of(), problems("java", "25", "a", 1, code, null), code);
        }
    }

    @Test
    void picturesNeedAltText() throws IOException {
        assertBroken("without alt text", problems("java", "25", "a", 1, "", display("<img src=\"data:\">", "text")));
        assertBroken("without alt text", problems("java", "25", "a", 1, "", display("<img alt=\"\" src=\"data:\">", "text")));
    }

    @Test
    void printedDecimalsHaveAtMostFourDigits() throws IOException {
        assertBroken("more than four", problems("java", "25", "a", 1, "", display("", "it is 0.33333334")));
        assertEquals(List.of(), problems("java", "25", "a", 1, "", display("", "0.0004917 and 37748736 and 1.294")));
    }

    @Test
    void anErrorNeedsItsTag() throws IOException {
        JsonObject error = new JsonObject();
        error.addProperty("output_type", "error");
        assertBroken("raises-exception", problems("java", "25", "a", 1, "", error));
    }

    private static void assertBroken(String expected, List<String> problems) {
        assertTrue(problems.stream().anyMatch(p -> p.contains(expected)), () -> "expected a problem with \"" + expected + "\", but got " + problems);
    }

    private static JsonObject display(String html, String plain) {
        JsonObject data = new JsonObject();
        data.addProperty("text/html", html);
        data.addProperty("text/plain", plain);
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "display_data");
        output.add("data", data);
        return output;
    }
}
