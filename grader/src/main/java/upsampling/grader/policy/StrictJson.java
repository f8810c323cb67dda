package upsampling.grader.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/// Reads JSON that a person has written: by the letter of RFC 8259, and a key that stands twice in an object is an error, where other readers drop one of the two.
final class StrictJson {
    private static final int DEEPEST = 8;

    private final String file;
    private final JsonReader in;

    private StrictJson(String file, JsonReader in) {
        this.file = file;
        this.in = in;
    }

    /// Reads a document that is one object.
    ///
    /// @param file its name, for messages
    /// @throws IllegalArgumentException unless it is
    static Fields read(String file, String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors begin a file with a byte order mark
        try (var in = new JsonReader(new StringReader(plain))) {
            in.setStrictness(Strictness.STRICT);
            JsonElement all = new StrictJson(file, in).value("", 0);
            if (in.peek() != JsonToken.END_DOCUMENT) throw new IllegalArgumentException(file + ": there is more behind the end of its object");
            return Fields.of(file, all);
        } catch (IOException | IllegalStateException | NumberFormatException e) { // malformed, or cut off; gson's messages end with links
            throw new IllegalArgumentException(file + ": this is no JSON; look at " + place(e.getMessage()) + " for a comma too much or too few, or a quote that is missing", e);
        }
    }

    private static String place(String message) {
        int line = message == null ? -1 : message.indexOf("line ");
        if (line < 0) return "its end";
        int path = message.indexOf(" path", line);
        return path < 0 ? "its end" : message.substring(line, path);
    }

    private JsonElement value(String path, int depth) throws IOException {
        if (depth > DEEPEST) throw new IllegalArgumentException(file + ": " + path + " is nested too deeply; no setting needs that");
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(path, depth);
            case BEGIN_ARRAY -> array(path, depth);
            case STRING -> new JsonPrimitive(in.nextString());
            case NUMBER -> JsonParser.parseString(in.nextString()); // keeps every digit
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            default -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
        };
    }

    private JsonObject object(String path, int depth) throws IOException {
        var object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String key = in.nextName();
            String own = Fields.path(path, key);
            if (object.has(key)) throw new IllegalArgumentException(file + ": " + own + " stands there twice; take one of them out");
            object.add(key, value(own, depth + 1));
        }
        in.endObject();
        return object;
    }

    private JsonArray array(String path, int depth) throws IOException {
        var array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) array.add(value(path, depth + 1));
        in.endArray();
        return array;
    }
}
