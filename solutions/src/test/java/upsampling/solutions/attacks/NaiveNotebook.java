package upsampling.solutions.attacks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Reads the grade of a notebook out of the notebook: what a cell is worth stands in its metadata, and whether it is right in its stored output.
final class NaiveNotebook {
    private NaiveNotebook() { }

    static Seen read(Path students) throws IOException {
        double points = 0;
        try (Stream<Path> files = Files.walk(students)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ipynb")).toList()) {
                for (JsonElement element : JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("cells")) {
                    JsonObject cell = element.getAsJsonObject();
                    JsonObject metadata = cell.getAsJsonObject("metadata");
                    boolean passed = cell.has("outputs") && cell.get("outputs").toString().contains("passed");
                    if (passed && metadata.has("points")) points += metadata.get("points").getAsDouble();
                }
            }
        }
        return new Seen(points, "", "", "", "", true, true, false, null, "");
    }
}
