package upsampling.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// What a reader of a file can see of it: the cells and outputs of a notebook, the texts in a jar, else the whole text.
final class Passages {
    // the tags that the course's own outputs and pages have; a type argument such as <Tensor> is none
    private static final Pattern TAG = Pattern.compile(
        "</?(?:a|b|br|code|details|div|em|figcaption|figure|h\\d|i|img|li|ol|p|pre|script|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|ul)\\b[^<>]*>");

    private Passages() { }

    /// Returns the passages of a file; none of a picture or of another file that holds no text.
    ///
    /// @throws Refused if a notebook is no JSON or a jar cannot be opened: what cannot be read cannot be checked; and if a jar holds compiled solutions
    static List<Passage> of(Released file) {
        List<Passage> passages = new ArrayList<>();
        String name = file.path();
        if (name.endsWith(".jar") || name.endsWith(".zip")) jar(file, passages);
        else if (!file.isText()) return passages;
        else if (name.endsWith(".ipynb")) notebook(file, passages);
        else add(name, file.text(), !name.endsWith(".java"), passages);
        return passages;
    }

    private static void jar(Released file, List<Passage> passages) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("upsampling/solutions/")) throw new Refused(file.path() + " holds the solutions, compiled: " + entry.getName() + "; take it out");
                if (!entry.isDirectory()) passages.addAll(of(new Released(file.path() + "!/" + entry.getName(), false, zip.readAllBytes())));
            }
        } catch (IOException e) {
            throw new Refused(file.path() + " cannot be opened, so nobody can say what is in it: " + e.getMessage());
        }
    }

    private static void notebook(Released file, List<Passage> passages) {
        try {
            int number = 0;
            for (JsonElement element : JsonParser.parseString(file.text()).getAsJsonObject().getAsJsonArray("cells")) {
                JsonObject cell = element.getAsJsonObject();
                String place = file.path() + ", cell " + ++number;
                boolean code = cell.get("cell_type").getAsString().equals("code");
                add(place, joined(cell.get("source")), !code, passages);
                JsonArray outputs = cell.has("outputs") ? cell.getAsJsonArray("outputs") : new JsonArray();
                for (JsonElement output : outputs) output(place + ", output", output.getAsJsonObject(), passages);
                if (cell.has("attachments")) add(place + ", attachment", cell.get("attachments").toString(), false, passages);
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw new Refused(file.path() + " is no notebook that can be read, so nobody can say what is in it; mend it or take it out");
        }
    }

    private static void output(String place, JsonObject output, List<Passage> passages) {
        if (output.has("text")) add(place, joined(output.get("text")), true, passages);
        if (output.has("traceback")) add(place, joined(output.get("traceback")), true, passages);
        if (!output.has("data")) return;
        for (Map.Entry<String, JsonElement> data : output.getAsJsonObject("data").entrySet()) {
            if (!data.getKey().startsWith("image/") || data.getKey().contains("svg")) add(place, joined(data.getValue()), true, passages);
        }
    }

    /// Adds a text, and if it may be marked up and is, once more as the browser shows it.
    private static void add(String place, String text, boolean markup, List<Passage> passages) {
        passages.add(new Passage(place, text));
        if (!markup) return;
        String shown = TAG.matcher(text).replaceAll("").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", " ")
            .replace("&amp;", "&");
        if (!shown.equals(text)) passages.add(new Passage(place, shown));
    }

    private static String joined(JsonElement text) {
        if (text.isJsonPrimitive()) return text.getAsString();
        if (!text.isJsonArray()) return text.toString();
        return StreamSupport.stream(text.getAsJsonArray().spliterator(), false).map(Passages::joined).collect(Collectors.joining());
    }
}
