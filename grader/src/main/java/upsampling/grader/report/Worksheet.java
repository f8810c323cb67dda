package upsampling.grader.report;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import upsampling.grader.policy.SubmissionIds;
import upsampling.grader.policy.WorksheetTime;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.TaskResult;

/// Moodle's grading worksheet, filled in: the columns of the grade and of the comment change, every other byte stays as it is.
///
/// Moodle translates the headers and the word before a participant's number, so a column is found by the names that it has in some languages, or by the name a teacher gives.
public final class Worksheet {
    private static final Set<String> GRADE = Set.of("grade", "bewertung", "note", "calificación", "valutazione", "nota", "cijfer");
    private static final Set<String> MAXIMUM = Set.of("maximum grade", "bestwertung", "note maximale", "calificación máxima", "valutazione massima", "nota máxima", "maximumcijfer");
    private static final Set<String> COMMENT = Set.of("feedback comments", "feedback als kommentar", "feedback par commentaires", "comentarios de retroalimentación", "commenti",
        "comentários de feedback", "feedback als opmerking");
    private static final int MOST_COMMENT = 2000;

    private final String mark;
    private final List<List<String>> rows;
    private final int grade;
    private final int maximum;
    private final int comment;

    private Worksheet(String mark, List<List<String>> rows, int grade, int maximum, int comment) {
        this.mark = mark;
        this.rows = rows;
        this.grade = grade;
        this.maximum = maximum;
        this.comment = comment;
    }

    /// Reads a worksheet.
    ///
    /// @param gradeColumn the header of the grade's column, or null to find it
    /// @param commentColumn the header of the comment's column, or null to find it
    /// @throws IllegalArgumentException if the columns are not there
    public static Worksheet read(String text, String gradeColumn, String commentColumn) {
        String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        List<List<String>> rows = CsvText.fields(text.substring(mark.length()));
        if (rows.isEmpty()) throw new IllegalArgumentException("the worksheet is empty");
        List<String> head = head(rows);
        return new Worksheet(mark, rows, column(head, "grade", gradeColumn, GRADE), optional(head, MAXIMUM), column(head, "comment", commentColumn, COMMENT));
    }

    private static List<String> head(List<List<String>> rows) {
        return rows.getFirst().stream().map(field -> CsvText.value(field).strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static int column(List<String> head, String what, String given, Set<String> known) {
        Set<String> names = given == null ? known : Set.of(given.toLowerCase(Locale.ROOT));
        int found = optional(head, names);
        if (found >= 0) return found;
        throw new IllegalArgumentException("the worksheet has no column for the %s; its columns are %s. Name it with --%s-column".formatted(what, quoted(head), what));
    }

    private static int optional(List<String> head, Set<String> names) {
        for (int i = 0; i < head.size(); i++) if (names.contains(head.get(i))) return i;
        return -1;
    }

    /// Fills in points and comments.
    ///
    /// @param all whose ids end with their numbers in Moodle
    /// @param remarks gets a sentence for each line without a submission, and each submission without a line
    /// @return the worksheet's text
    public String filled(List<Scored> all, List<String> remarks) {
        Map<String, Scored> byNumber = new HashMap<>();
        for (Scored one : all) SubmissionIds.number(one.submission().id()).ifPresent(number -> byNumber.put(number, one));
        var text = new StringBuilder(mark).append(CsvText.line(rows.getFirst()));
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> filled = new ArrayList<>(row);
            Scored one = row.size() > Math.max(grade, comment) ? SubmissionIds.number(CsvText.value(row.getFirst())).map(byNumber::remove).orElse(null) : null;
            if (one == null) {
                if (row.size() > 1) remarks.add(CsvText.value(row.getFirst()) + " has handed in nothing; the line stays as it was");
            } else if (one.hasScore()) {
                filled.set(grade, CsvText.replaced(row.get(grade), points(one, row)));
                filled.set(comment, CsvText.replaced(row.get(comment), comment(one)));
            } else {
                remarks.add(CsvText.value(row.getFirst()) + " needs a person; the line stays as it was");
            }
            text.append(CsvText.line(filled));
        }
        byNumber.values().forEach(one -> remarks.add("submission " + one.submission().id() + " has no line in the worksheet"));
        return text.toString();
    }

    /// Reads when people have handed in.
    ///
    /// @param remarks gets a sentence for each text that is no time
    /// @return the times by number in Moodle; nothing for those who have handed in nothing
    /// @throws IllegalArgumentException if the column is not there
    public Map<String, OffsetDateTime> times(WorksheetTime how, List<String> remarks) {
        List<String> head = head(rows);
        int column = optional(head, Set.of(how.column().toLowerCase(Locale.ROOT)));
        if (column < 0) throw new IllegalArgumentException("the worksheet has no column '%s' for the times of submission; its columns are %s. Name it in worksheetTime.column".formatted(how.column(), quoted(head)));
        Map<String, OffsetDateTime> times = new HashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String text = column < row.size() ? CsvText.value(row.get(column)).strip() : "";
            Optional<String> number = SubmissionIds.number(CsvText.value(row.getFirst()));
            if (number.isEmpty() || text.isEmpty() || text.equals("-")) continue; // Moodle's sign for never
            how.of(text).ifPresentOrElse(time -> times.put(number.get(), time),
                () -> remarks.add(Escape.line(CsvText.value(row.getFirst())) + ": '" + Escape.line(text) + "' is no time that worksheetTime.pattern can read"));
        }
        return times;
    }

    /// Returns the points, on the scale of the worksheet if it has another one.
    private String points(Scored one, List<String> row) {
        Fraction points = one.score();
        double scaled = points.value();
        if (maximum >= 0 && maximum < row.size()) {
            try {
                scaled = one.max().isZero() ? 0 : points.value() * Double.parseDouble(CsvText.value(row.get(maximum)).replace(',', '.')) / one.max().value();
            } catch (NumberFormatException none) {
                // a scale of words: the points as they are
            }
        }
        return String.format(Locale.ROOT, "%.2f", scaled);
    }

    private static String comment(Scored one) {
        String late = one.late() == null || one.late().sentence().isEmpty() ? "" : "It was " + one.late().sentence() + ". ";
        String comment = one.score() + " of " + one.max() + " points. " + late + one.tasks().stream().filter(task -> !task.verdict().passed() || task.corrected() != null).map(Worksheet::sentence)
            .collect(Collectors.joining(" "));
        String plain = Escape.html(Escape.line(comment)); // Moodle reads comments as HTML
        return plain.length() <= MOST_COMMENT ? plain : plain.substring(0, plain.lastIndexOf(' ', MOST_COMMENT)) + " ...";
    }

    private static String sentence(TaskResult task) {
        String points = task.id() + ": " + FeedbackHtml.points(task) + ".";
        if (task.corrected() != null) return points + " " + FeedbackHtml.changed(task) + ".";
        return task.hint() == null ? points : points + " " + task.hint().text();
    }
}
