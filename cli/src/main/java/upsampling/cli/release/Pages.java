package upsampling.cli.release;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of pages and lessons what only the teacher's course has, so that a student finds no command that refuses and no link that leads nowhere.
///
/// Three things go: what stands between the lines {@link #BEGIN} and {@link #END}; a line of code, or a row of a table, that begins with a command of the teacher;
/// and a row of a table that begins with a folder that is left out.
final class Pages {
    /// A line of its own in a Markdown page, before something that only the teacher's course has.
    static final String BEGIN = "<!-- teacher's course only -->";
    /// A line of its own behind it.
    static final String END = "<!-- end of that -->";

    private final Pattern gone;

    /// @param commands patterns, such as `hunt`
    /// @param folders such as `solutions`
    Pages(List<String> commands, Set<String> folders) {
        String command = "(?:    |\\| `)\\./course (?:" + String.join("|", commands) + ")\\b";
        String folder = folders.isEmpty() ? "" : "|\\| `(?:" + String.join("|", folders) + ")/` \\|";
        gone = Pattern.compile("(?m)^(?<indent>[ \\t]*\")?(?:" + command + folder + ").*\\R");
    }

    /// Returns a Markdown page as students get it.
    ///
    /// @throws Refused if a line that begins something has none that ends it
    String page(String path, String text) {
        StringBuilder kept = new StringBuilder();
        boolean out = false;
        for (String line : text.split("(?<=\n)")) {
            String mark = line.strip();
            if (mark.equals(out ? BEGIN : END)) throw new Refused(path + ": \"" + mark + "\" stands where " + (out ? "one is open already" : "none is open"));
            if (mark.equals(BEGIN) || mark.equals(END)) out = mark.equals(BEGIN);
            else if (!out) kept.append(line);
        }
        if (out) throw new Refused(path + ": \"" + BEGIN + "\" has no line \"" + END + "\" behind it");
        return gone.matcher(kept).replaceAll("").replaceAll("\n{3,}", "\n\n");
    }

    /// Returns a notebook as students get it: its file has one line of JSON for each line of a cell, and those go as in a page.
    String notebook(String text) {
        return gone.matcher(text).replaceAll(line -> line.group("indent") != null && line.group().stripTrailing().endsWith("\\n\",") ? "" : java.util.regex.Matcher.quoteReplacement(line.group()));
    }
}
