package upsampling.kernel.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A notebook file, nbformat 4. Everything this class does not know is kept as it is.
public final class Notebook {
    private static final int FORMAT = 4;
    private static final Pattern PREDICT = Pattern.compile("(?m)^predict\\(");
    private static final String FOLDED = "// predict first, then run this cell: the code below names the answer";
    private static final Pattern COMPARE = Pattern.compile("(?m)^compare\\(");
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final Path file;
    private final JsonObject root;
    private final List<Cell> cells = new ArrayList<>();

    private Notebook(Path file, JsonObject root) {
        this.file = file;
        this.root = root;
        int number = 0;
        for (JsonElement cell : root.getAsJsonArray("cells")) cells.add(new Cell(++number, cell.getAsJsonObject()));
    }

    /// Reads a notebook.
    ///
    /// @throws InvalidNotebook if the file is no JSON, no nbformat 4, or names no kernel; the message says what to change
    public static Notebook read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new InvalidNotebook(file, "cannot be read: " + e.getMessage());
        }
        JsonObject root;
        try {
            root = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new InvalidNotebook(file, "is no JSON (" + e.getMessage() + "): take a fresh copy, or mend it in a text editor");
        }
        if (!root.has("nbformat") || !root.has("cells") || root.get("nbformat").getAsInt() != FORMAT) {
            throw new InvalidNotebook(file, "is no notebook of format " + FORMAT + ": open it in JupyterLab and save it again");
        }
        Notebook notebook = new Notebook(file, root);
        if (notebook.kernel().isEmpty()) {
            throw new InvalidNotebook(file, "names no kernel: metadata.kernelspec.name is missing; choose the kernel \"java\" in JupyterLab and save");
        }
        return notebook;
    }

    public Path file() {
        return file;
    }

    public List<Cell> cells() {
        return cells;
    }

    /// Returns the name in `metadata.kernelspec.name`, or an empty string.
    public String kernel() {
        return text(object(object(root, "metadata"), "kernelspec"), "name");
    }

    /// Returns `metadata.language_info.version`, or an empty string.
    public String languageVersion() {
        return text(object(object(root, "metadata"), "language_info"), "version");
    }

    private static JsonObject object(JsonObject in, String name) {
        return in.has(name) && in.get(name).isJsonObject() ? in.getAsJsonObject(name) : new JsonObject();
    }

    private static String text(JsonObject in, String name) {
        return in.has(name) && in.get(name).isJsonPrimitive() ? in.get(name).getAsString() : "";
    }

    /// Returns the file's text as Jupyter writes it: keys in order, one blank of indent.
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = GSON.newJsonWriter(text)) {
            writer.setIndent(" ");
            GSON.toJson(sorted(root), writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonArray array) {
            JsonArray copy = new JsonArray(array.size());
            for (JsonElement e : array) copy.add(sorted(e));
            return copy;
        }
        if (!(element instanceof JsonObject object)) return element;
        Map<String, JsonElement> keys = new TreeMap<>(object.asMap());
        JsonObject copy = new JsonObject();
        keys.forEach((key, value) -> copy.add(key, sorted(value)));
        return copy;
    }

    /// Hides what would answer a question before it is asked: the outputs behind a cell with `predict(...)`, up to the cell with its `compare(...)`, and the
    /// code of that one, which names the answer. It is folded, where a viewer knows folding, below a line that says why.
    public void hideAnswers() {
        boolean open = false;
        for (Cell cell : cells) {
            if (!cell.isCode()) continue;
            if (open) cell.clear();
            if (PREDICT.matcher(cell.source()).find()) open = true;
            if (!COMPARE.matcher(cell.source()).find()) continue;
            cell.fold(FOLDED);
            open = false;
        }
    }

    /// Writes the notebook to its file, whole or not at all.
    public void write() {
        writeTo(file);
    }

    /// Writes the notebook to another file, whole or not at all.
    public void writeTo(Path target) {
        WholeFile.write(target, toJson());
    }

    /// One cell; its number counts from 1 over all cells, as they stand in the file.
    public static final class Cell {
        private final int number;
        private final JsonObject json;

        private Cell(int number, JsonObject json) {
            this.number = number;
            this.json = json;
        }

        public int number() {
            return number;
        }

        public boolean isCode() {
            return "code".equals(text(json, "cell_type"));
        }

        public String id() {
            return text(json, "id");
        }

        /// Returns the source as one text.
        public String source() {
            return joined(json.get("source"));
        }

        public boolean hasTag(String tag) {
            JsonElement tags = object(json, "metadata").get("tags");
            return tags instanceof JsonArray array && array.asList().stream().anyMatch(t -> t.isJsonPrimitive() && t.getAsString().equals(tag));
        }

        public JsonArray outputs() {
            return json.get("outputs") instanceof JsonArray array ? array : new JsonArray();
        }

        public void setOutputs(int executionCount, JsonArray outputs) {
            json.addProperty("execution_count", executionCount);
            json.add("outputs", outputs);
        }

        private void clear() {
            json.add("execution_count", JsonNull.INSTANCE);
            json.add("outputs", new JsonArray());
        }

        /// Hides the source. JupyterLab shows the first line of what it hides, so that line must give nothing away.
        private void fold(String firstLine) {
            JsonObject metadata = object(json, "metadata");
            JsonObject jupyter = object(metadata, "jupyter");
            jupyter.addProperty("source_hidden", true);
            metadata.add("jupyter", jupyter);
            json.add("metadata", metadata);
            if (!source().startsWith(firstLine)) json.add("source", lines(firstLine + "\n" + source()));
        }

        /// Whether the source is folded in a viewer that knows folding.
        public boolean isFolded() {
            return object(object(json, "metadata"), "jupyter").get("source_hidden") instanceof JsonPrimitive hidden && hidden.getAsBoolean();
        }

        /// Returns the stored execution count, or 0 if there is none.
        public int executionCount() {
            JsonElement count = json.get("execution_count");
            return count == null || count instanceof JsonNull ? 0 : count.getAsInt();
        }
    }

    /// Returns a text that nbformat stores as a string or as a list of lines.
    static String joined(JsonElement text) {
        if (text == null || text.isJsonNull()) return "";
        if (text.isJsonPrimitive()) return text.getAsString();
        StringBuilder all = new StringBuilder();
        for (JsonElement line : text.getAsJsonArray()) all.append(line.getAsString());
        return all.toString();
    }

    /// Returns a text as the list of lines that nbformat stores.
    static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, end));
            from = end;
        }
        return lines;
    }
}
