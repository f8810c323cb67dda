package upsampling.solutions.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// How it is seen that an attack worked. The same eyes look at the naive grader and at ours.
enum Effect {
    /// The task has more points than without the attack.
    POINTS,
    /// Grading does not end.
    HANG,
    /// The next student has no points for a right answer.
    CRASH,
    /// What only the grader may know was passed on.
    SECRET,
    /// The attack says that it got what it wanted.
    SAID,
    /// The file of grades is gone or was written to.
    GRADES,
    /// A file was made in a folder of the grader's.
    FILE,
    /// Somebody was connected to.
    CONNECTED,
    /// A program is left behind.
    PROCESS,
    /// More than a mebibyte of text was kept.
    FLOOD,
    /// Who hands in the same once more gets other points.
    LUCK,
    /// More than a hundred mebibytes, or ten thousand files, lie where the grader works.
    SPACE,
    /// A file counts for a student with another number.
    OWNER,
    /// What is late counts as in time.
    IN_TIME,
    /// A report does what the text in it says: a page runs or fetches something, a spreadsheet computes, a terminal obeys.
    INJECTED;

    private static final Pattern MARKUP = Pattern.compile("<script|<img|\\x1b\\[", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(https?:");
    private static final Pattern FORMULA = Pattern.compile("(?m)(^|,)\"?[=+@-]");

    private static final int FLOOD_CHARACTERS = 1 << 20;

    boolean happened(Attack attack, Place place, Seen seen) throws IOException, InterruptedException {
        return switch (this) {
            case POINTS -> seen.points() > attack.points();
            case HANG -> !seen.ended();
            case CRASH -> !seen.othersKept();
            case SECRET -> seen.text().contains(place.secret());
            case SAID -> seen.text().contains(place.mark());
            case GRADES -> place.gradesTouched();
            case FILE -> Files.exists(place.folder().resolve(place.mark()));
            case CONNECTED -> place.wasConnectedTo();
            case PROCESS -> place.isProcessLeft();
            case FLOOD -> seen.text().length() > FLOOD_CHARACTERS;
            case LUCK -> seen.varied();
            case SPACE -> place.isFull();
            case OWNER -> seen.text().contains("student 999");
            case INJECTED -> MARKUP.matcher(seen.page() + seen.markdown()).find() || LINK.matcher(seen.markdown()).find() || FORMULA.matcher(seen.table()).find();
            case IN_TIME -> seen.text().contains("in time");
        };
    }
}
