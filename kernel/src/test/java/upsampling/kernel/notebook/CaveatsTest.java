package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaveatsTest {
    private static final String FORM = "> **Often told:** The sky is green.\n>\n> **In truth:** It is blue.";

    @TempDir
    private Path folder;
    private final JsonArray cells = new JsonArray();

    @Test
    void aCaveatNamesItsSectionAndCountsTheClaimsThatShowIt() throws IOException {
        add("markdown", "# Lesson 1 · Sky\n\n## 1 · Before", false);
        add("code", "claim(\"of another section\", true);", false);
        add("markdown", "## 2 · Colour\n\nText.", false);
        add("code", "claim(\"one\", true);\nint a = 1;\nclaim(\"two\", true);", false);
        add("code", "claim(\"three\", true);", false);
        add("markdown", FORM, true);

        assertEquals(List.of(new Caveats.Caveat("The sky is green.", "It is blue.", "2 · Colour", 3)), Caveats.of(notebook()));
        String page = Caveats.page(List.of(notebook()), "../notebooks/");
        assertTrue(page.contains("## Lesson 1 · Sky\n\n**Often told:** The sky is green.\n\n**In truth:** It is blue.\n\n"
                + "Shown in [lesson.ipynb](../notebooks/lesson.ipynb), section *2 · Colour*, with 3 checked claims.\n"), page);
    }

    @Test
    void aCaveatThatNothingShowsIsRefused() throws IOException {
        add("code", "claim(\"one\", true);", false);
        add("markdown", "## 2 · Colour", false);
        add("markdown", FORM, true);

        String message = assertThrows(InvalidNotebook.class, () -> Caveats.of(notebook())).getMessage();
        assertTrue(message.contains("checks nothing between \"2 · Colour\" and it"), message);
    }

    @Test
    void anotherFormIsRefusedByName() throws IOException {
        add("code", "claim(\"one\", true);", false);
        add("markdown", "The sky is blue.", true);

        String message = assertThrows(InvalidNotebook.class, () -> Caveats.of(notebook())).getMessage();
        assertTrue(message.contains("cell c1 with the tag caveat"), message);
    }

    @Test
    void withoutTheTagItIsText() throws IOException {
        add("markdown", FORM, false);
        assertEquals(List.of(), Caveats.of(notebook()));
    }

    @Test
    void thePageInTheRepositoryIsWhatTheLessonsSay() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "notebooks"))) {
            List<Notebook> lessons = files.filter(file -> file.toString().endsWith(".ipynb")).sorted().map(Notebook::read).toList();
            assertEquals(Caveats.page(lessons, "../notebooks/"), Files.readString(Path.of("..", "docs", "what-the-texts-get-wrong.md")),
                    "run ./course run --update");
        }
    }

    private void add(String type, String source, boolean tagged) {
        JsonObject cell = new JsonObject();
        JsonObject metadata = new JsonObject();
        JsonArray tags = new JsonArray();
        if (tagged) {
            tags.add(Caveats.TAG);
        }
        metadata.add("tags", tags);
        cell.addProperty("cell_type", type);
        cell.addProperty("id", "c" + cells.size());
        cell.add("metadata", metadata);
        cell.addProperty("source", source);
        cells.add(cell);
    }

    private Notebook notebook() throws IOException {
        JsonObject spec = new JsonObject();
        spec.addProperty("name", "java");
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", spec);
        JsonObject root = new JsonObject();
        root.addProperty("nbformat", 4);
        root.add("metadata", metadata);
        root.add("cells", cells);
        Path file = Files.writeString(folder.resolve("lesson.ipynb"), root.toString());
        return Notebook.read(file);
    }
}
