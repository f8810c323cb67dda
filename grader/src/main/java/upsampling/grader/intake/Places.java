package upsampling.grader.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names by which a folder shows what it is.
final class Places {
    private static final Pattern INSIDE = Pattern.compile("(?s)(?:(?:work|answers|lesson\\d\\d)/.*|[^/]*\\.(?:java|ipynb))");
    private static final String ZIP = ".zip";

    private Places() { }

    /// Whether a path stands in a submission's own folder: then what holds it is one submission, and no folder of submissions.
    static boolean isInside(String path) {
        return INSIDE.matcher(path).matches();
    }

    static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ZIP) && name.length() > ZIP.length();
    }

    static String withoutZip(String name) {
        return isArchive(name) ? name.substring(0, name.length() - ZIP.length()) : name;
    }
}
