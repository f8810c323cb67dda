package upsampling.kernel.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "What the texts get wrong": the sentences that lessons correct, collected from the lessons themselves, so that page and lesson cannot differ.
///
/// A lesson marks one with the tag `caveat` on a markdown cell that stands behind the cells which show it:
///
/// ```
/// > **Often told:** Max pooling is robust to noise.
/// >
/// > **In truth:** It halves the variance of noise, but adds a bias of 1.03 standard deviations.
/// ```
public final class Caveats {
    /// The tag of a cell with a caveat.
    public static final String TAG = "caveat";

    private static final Pattern FORM = Pattern.compile("> \\*\\*Often told:\\*\\* (?<told>[^\\n]+)\\n>\\n> \\*\\*In truth:\\*\\* (?<truth>[^\\n]+)");
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.+)$");
    private static final Pattern CLAIM = Pattern.compile("(?m)^claim\\(");

    private Caveats() { }

    /// One corrected sentence.
    ///
    /// @param told the sentence as it is usually told
    /// @param truth what is true
    /// @param heading the section of the lesson that shows it
    /// @param claims how many claims the lesson checks there
    public record Caveat(String told, String truth, String heading, int claims) { }

    /// Returns the caveats of a lesson in their order.
    ///
    /// @throws InvalidNotebook if a cell with the tag has another form, or no claim stands between its heading and it
    public static List<Caveat> of(Notebook lesson) {
        List<Caveat> found = new ArrayList<>();
        String heading = "";
        int claims = 0;
        for (Notebook.Cell cell : lesson.cells()) {
            String source = cell.source();
            if (cell.isCode()) {
                claims += (int) CLAIM.matcher(source).results().count();
                continue;
            }
            Matcher form = FORM.matcher(source);
            boolean isCaveat = cell.hasTag(TAG);
            if (isCaveat && !form.find()) {
                throw new InvalidNotebook(lesson.file(), "has a cell " + cell.id() + " with the tag " + TAG + " that is not of the form "
                        + "\"> **Often told:** ...\", \">\", \"> **In truth:** ...\": write these three lines");
            }
            if (isCaveat && claims == 0) {
                throw new InvalidNotebook(lesson.file(), "says in cell " + cell.id() + " what is true, but checks nothing between \"" + heading
                        + "\" and it: add a claim that shows it");
            }
            if (isCaveat) {
                found.add(new Caveat(form.group("told"), form.group("truth"), heading, claims));
            }
            Matcher headings = HEADING.matcher(source);
            while (headings.find()) {
                heading = headings.group(1);
                claims = 0;
            }
        }
        return found;
    }

    /// Returns the page in Markdown, with links into a folder.
    ///
    /// @param lessons in their order
    /// @param notebooks the folder of the lessons as seen from the page, such as `../notebooks/`
    public static String page(List<Notebook> lessons, String notebooks) {
        StringBuilder page = new StringBuilder("""
            # What the texts get wrong

            Sentences that tutorials, lecture notes and answers on the web repeat, and what is true. Each correction is computed and checked in a lesson; open it and
            run the section that is named. `./course run --update` collects this page from the lessons.
            """);
        for (Notebook lesson : lessons) {
            List<Caveat> caveats = of(lesson);
            if (caveats.isEmpty()) {
                continue;
            }
            page.append("\n## ").append(title(lesson)).append('\n');
            for (Caveat caveat : caveats) {
                page.append("\n**Often told:** ").append(caveat.told()).append("\n\n**In truth:** ").append(caveat.truth()).append("\n\n")
                        .append("Shown in [").append(lesson.file().getFileName()).append("](").append(notebooks).append(lesson.file().getFileName())
                        .append("), section *").append(caveat.heading()).append("*, with ").append(caveat.claims())
                        .append(caveat.claims() == 1 ? " checked claim.\n" : " checked claims.\n");
            }
        }
        return page.toString();
    }

    private static String title(Notebook lesson) {
        for (Notebook.Cell cell : lesson.cells()) {
            Matcher title = TITLE.matcher(cell.source());
            if (!cell.isCode() && title.find()) {
                return title.group(1);
            }
        }
        return lesson.file().getFileName().toString();
    }
}
