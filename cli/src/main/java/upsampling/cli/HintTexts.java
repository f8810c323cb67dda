package upsampling.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import upsampling.kernel.notebook.Notebook;

/// The hints of a task, from a question to a near-solution. They stand in the lesson's notebook, below the task, each folded away; this is the only
/// place where they are written, so terminal and notebook say the same.
final class HintTexts {
    private static final Pattern HINT = Pattern.compile("(?s)<details>\\s*<summary>Hint \\d+ of \\d+</summary>(.*?)</details>");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} ");

    private HintTexts() { }

    /// Returns the hints of a task in their order, as plain text; none if the notebook has none.
    ///
    /// @param task such as `1.2`
    static List<String> of(Notebook lesson, String task) {
        Pattern name = Pattern.compile("\\bTask " + Pattern.quote(task) + "(?!\\d)");
        List<String> hints = new ArrayList<>();
        for (Notebook.Cell cell : lesson.cells()) {
            if (cell.isCode()) continue;
            for (String section : HEADING.split(cell.source())) {
                String title = section.lines().findFirst().orElse("");
                if (!name.matcher(title).find()) continue;
                Matcher hint = HINT.matcher(section);
                while (hint.find()) hints.add(plain(hint.group(1)));
            }
        }
        return hints;
    }

    /// Returns Markdown with HTML as a terminal shows it.
    private static String plain(String text) {
        return text.replaceAll("</?code>", "`").replaceAll("<[^>]+>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&nbsp;", " ").replace("&amp;", "&").strip();
    }
}
