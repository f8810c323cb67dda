package upsampling.cli.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A file of the course, or of a release of it.
///
/// @param path inside the course, with `/` between names on every system
/// @param executable whether it can be started, as `course` can
/// @param content its bytes; not copied, so that the whole course is in memory once
public record Released(String path, boolean executable, byte[] content) {

    /// Returns the paths of files and of all folders that they lie in.
    static Set<String> places(List<Released> files) {
        Set<String> places = new TreeSet<>();
        for (Released file : files) {
            for (Path path = Path.of(file.path); path != null; path = path.getParent()) places.add(path.toString());
        }
        return places;
    }

    /// Returns the file as text, if it is one.
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /// Whether the content is text: no byte of it is zero.
    public boolean isText() {
        for (byte b : content) if (b == 0) return false;
        return true;
    }

    /// Returns the file with another text.
    public Released withText(String text) {
        return new Released(path, executable, text.getBytes(StandardCharsets.UTF_8));
    }
}
