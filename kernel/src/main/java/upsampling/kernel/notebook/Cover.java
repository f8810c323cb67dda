package upsampling.kernel.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figure that stands for a lesson in a list of lessons: the stored picture of its cell with the tag `cover`.
///
/// @param alt what the picture shows, in words, as HTML attribute text
/// @param png the picture's file; not copied
public record Cover(String alt, byte[] png) {
    /// The tag of the code cell whose picture is meant.
    public static final String TAG = "cover";

    private static final Pattern PICTURE = Pattern.compile("<img alt=\"(?<alt>[^\"]*)\"[^>]* src=\"data:image/png;base64,(?<png>[A-Za-z0-9+/=]+)\"");

    /// Returns the cover of a lesson; nothing if no cell has the tag.
    ///
    /// @throws InvalidNotebook if several cells have the tag, or the one that has it stores no picture
    public static Optional<Cover> of(Notebook lesson) {
        List<Notebook.Cell> tagged = lesson.cells().stream().filter(cell -> cell.hasTag(TAG)).toList();
        if (tagged.isEmpty()) return Optional.empty();
        if (tagged.size() > 1) {
            throw new InvalidNotebook(lesson.file(), "has the tag " + TAG + " on " + tagged.size() + " cells: " + String.join(", ", tagged.stream().map(Notebook.Cell::id).toList())
                + "; leave it on one");
        }
        Notebook.Cell cell = tagged.getFirst();
        for (JsonElement output : cell.outputs()) {
            Matcher picture = PICTURE.matcher(html(output.getAsJsonObject()));
            if (picture.find()) return Optional.of(new Cover(picture.group("alt"), Base64.getDecoder().decode(picture.group("png"))));
        }
        throw new InvalidNotebook(lesson.file(), "has the tag " + TAG + " on the cell " + cell.id() + ", whose stored outputs have no picture: run ./course run --update, "
            + "or tag a cell that shows one");
    }

    private static String html(JsonObject output) {
        return output.get("data") instanceof JsonObject data ? Notebook.joined(data.get("text/html")) : "";
    }
}
