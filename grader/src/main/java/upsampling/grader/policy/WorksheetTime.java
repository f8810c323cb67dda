package upsampling.grader.policy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// How the times of submission in Moodle's grading worksheet are read: they are text, in the language of whoever downloaded it and in the time zone of the server.
///
/// @param column the column's header
/// @param format of the text
/// @param zone of the server
public record WorksheetTime(String column, DateTimeFormatter format, ZoneId zone) {
    static final String COLUMN = "Last modified (submission)";
    static final String PATTERN = "EEEE, d MMMM yyyy, h:mm a";
    static final String LANGUAGE = "en";

    /// @throws IllegalArgumentException unless the pattern names a day and a minute of it; the message completes a sentence that begins with its name
    static DateTimeFormatter format(String pattern, Locale language) {
        DateTimeFormatter format;
        try {
            format = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(language);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no pattern of java.time.format.DateTimeFormatter: " + e.getMessage(), e);
        }
        var evening = LocalDateTime.of(2026, 11, 20, 22, 47);
        try {
            if (LocalDateTime.parse(format.format(evening), format).equals(evening)) return format;
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException("must name a day, its hour and its minute, such as \"" + PATTERN + "\", but was \"" + pattern + "\"");
    }

    /// Returns the time that a text of the worksheet means; nothing if the text is no such time.
    public Optional<OffsetDateTime> of(String text) {
        try {
            String plain = text.replace('\u202f', ' ').replace('\u00a0', ' ').strip(); // newer servers write narrow blanks
            OffsetDateTime time = LocalDateTime.parse(plain, format).atZone(zone).toOffsetDateTime(); // of two hours with the same name in autumn the earlier one
            return Optional.of(time).filter(Fields::isNear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
