package upsampling.grader.policy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/// Times as people say them; the same on every machine.
public final class Spoken {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'xxx", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'xxx", Locale.ENGLISH);

    private Spoken() { }

    /// Returns a time such as `20 November 2026, 10:04 UTC+01:00`; with seconds if there are some.
    public static String of(OffsetDateTime time) {
        return (time.getSecond() == 0 ? MINUTE : SECOND).format(time);
    }

    /// Returns a duration such as `1 day 12 hours`.
    public static String of(Duration duration) {
        var words = new StringJoiner(" ");
        add(words, duration.toDays(), "day");
        add(words, duration.toHoursPart(), "hour");
        add(words, duration.toMinutesPart(), "minute");
        if (duration.toSecondsPart() > 0 || words.length() == 0) words.add(duration.toSecondsPart() + " s");
        return words.toString();
    }

    private static void add(StringJoiner words, long count, String unit) {
        if (count > 0) words.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
}
