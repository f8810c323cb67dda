package upsampling.grader.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names inside archives and folders.
final class EntryPath {
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)^(?:/|[A-Za-z]:).*");

    private EntryPath() { }

    /// Returns a name with `/` between its folders and nothing empty in between. Archives made on Windows may have `\`.
    static String plain(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').split("/")) {
            if (!part.isEmpty() && !part.equals(".")) parts.add(part);
        }
        return String.join("/", parts);
    }

    /// Returns how a name of an archive points to a place outside of it, or an empty text. No program for archives makes such names by itself.
    static String escape(String name) {
        String slashed = name.replace('\\', '/');
        if (ABSOLUTE.matcher(slashed).matches()) return "has an absolute name";
        return List.of(slashed.split("/")).contains("..") ? "leaves the archive by .." : "";
    }

    /// Returns why a name of an archive is refused, or an empty text.
    static String refusal(String name, Caps caps) {
        String escape = escape(name);
        if (!escape.isEmpty()) return escape;
        String slashed = name.replace('\\', '/');
        if (slashed.codePoints().anyMatch(Character::isISOControl)) return "has control characters in its name";
        if (slashed.getBytes(StandardCharsets.UTF_8).length > caps.pathBytes()) return "has a name of more than " + caps.pathBytes() + " bytes";
        for (String part : slashed.split("/")) {
            if (part.getBytes(StandardCharsets.UTF_8).length > caps.nameBytes()) return "has a name of more than " + caps.nameBytes() + " bytes";
        }
        return plain(name).isEmpty() ? "has no name" : "";
    }

    /// Returns what two names share that some file system takes for one: upper and lower case, and the forms of accented letters.
    static String folded(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /// Returns the folder, up to and with the first of its parts, that holds no answer: hidden ones, and those that tools make. Empty if there is none.
    static String leftOut(String path) {
        int from = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', from)) {
            String part = path.substring(from, end);
            boolean tools = part.startsWith(".") || part.equals("__MACOSX") || part.equals("target") || part.equals("node_modules");
            if (tools) return path.substring(0, end + 1);
            from = end + 1;
        }
        return path.startsWith(".", from) ? path : "";
    }
}
