package upsampling.grader.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose file an entry of a Moodle zip is.
///
/// Moodle puts the name, the participant's number and the kind before whatever the student chose: `Ada Lovelace_12345_assignsubmission_file/...`. A name
/// never contains `_`, since Moodle writes a blank for it; so the first `_` ends it, and no file name of a student can claim to be somebody else's.
///
/// @param name the student's or the team's
/// @param number Moodle's number of the participant or the team; empty for a team that has none
/// @param rest what follows, the student's own file name or path; for a text typed in Moodle `onlinetext.html`
record Student(String name, String number, String rest) {
    // with folders, without, and with the trailing "_" of Moodle 4.0 and older before "/"
    private static final Pattern MOODLE = Pattern.compile("(?s)^(?<name>[^_/]*)(?:_(?<id>\\d+))?_assignsubmission_(?<type>[a-z]+)(?:_?/|_)(?<path>.*)$");

    /// Returns the student of a Moodle entry, or null if its name has another pattern.
    static Student of(String entry) {
        Matcher matcher = MOODLE.matcher(entry.replace('\\', '/'));
        if (!matcher.matches()) return null;
        String number = matcher.group("id");
        return new Student(matcher.group("name"), number == null ? "" : number, matcher.group("path"));
    }
}
