package upsampling.grader.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/// Reads the code cells of a notebook, nbformat 4, and nothing else of it: metadata, tags, ids, outputs and counts are skipped, whatever they hold.
final class NotebookCells {
    private static final int FORMAT = 4;
    private static final int MOST_CELLS = 400; // a lesson has up to 85
    private static final int MOST_CHARACTERS = 1 << 20;

    private final List<Cell> cells = new ArrayList<>();
    private int format;
    private int characters;
    private int number;
    private boolean hasCells;

    private NotebookCells() { }

    /// A notebook that cannot be read; the message completes a sentence about it and says what to do.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /// Returns the code cells in their order.
    static List<Cell> of(byte[] bytes) throws Fault {
        var reading = new NotebookCells();
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (var json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(ByteOrderMark.without(bytes)), decoder))) {
            json.setStrictness(Strictness.STRICT);
            reading.notebook(json);
            if (json.peek() != JsonToken.END_DOCUMENT) throw new MalformedJsonException("there is more behind the end");
        } catch (IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
            throw new Fault("is no notebook: it is no JSON, or cut off; save it again in JupyterLab and hand it in anew");
        }
        if (reading.format != FORMAT) {
            String given = reading.format == 0 ? "names no format" : "has the format " + reading.format;
            throw new Fault(given + ", and only format " + FORMAT + " is read; open it in JupyterLab, save it and hand it in anew");
        }
        if (!reading.hasCells) throw new Fault("has no cells; save it again in JupyterLab and hand it in anew");
        return reading.cells;
    }

    private void notebook(JsonReader json) throws IOException, Fault {
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("nbformat") && json.peek() == JsonToken.NUMBER) {
                format = json.nextInt();
            } else if (key.equals("cells") && json.peek() == JsonToken.BEGIN_ARRAY && !hasCells) {
                hasCells = true;
                json.beginArray();
                while (json.hasNext()) cell(json);
                json.endArray();
            } else {
                json.skipValue();
            }
        }
        json.endObject();
    }

    private void cell(JsonReader json) throws IOException, Fault {
        number++;
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            json.skipValue();
            return;
        }
        String type = "";
        String source = "";
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("cell_type") && json.peek() == JsonToken.STRING) type = json.nextString();
            else if (key.equals("source")) source = text(json);
            else json.skipValue();
        }
        json.endObject();
        if (!type.equals("code")) return;
        characters += source.length();
        if (characters > MOST_CHARACTERS) throw new Fault("holds more than " + MOST_CHARACTERS + " characters of code; hand in the lesson's notebook with the answers alone");
        if (cells.size() == MOST_CELLS) throw new Fault("has more than " + MOST_CELLS + " code cells; hand in the lesson's notebook with the answers alone");
        cells.add(new Cell(number, source.replace("\r\n", "\n").replace('\r', '\n')));
    }

    /// Returns a text that nbformat stores as a string or as a list of lines.
    private static String text(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.STRING) return json.nextString();
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            json.skipValue();
            return "";
        }
        var text = new StringBuilder();
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() == JsonToken.STRING) text.append(json.nextString());
            else json.skipValue();
        }
        json.endArray();
        return text.toString();
    }
}
