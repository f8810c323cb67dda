package upsampling.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Times as Moodle writes them into its worksheet.
class WorksheetTimeTest {
    private static WorksheetTime time(String pattern, Locale language) {
        return new WorksheetTime(WorksheetTime.COLUMN, WorksheetTime.format(pattern, language), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void englishIsReadAsItComes() {
        WorksheetTime english = time(WorksheetTime.PATTERN, Locale.ENGLISH);
        assertEquals(OffsetDateTime.parse("2026-11-20T22:05+01:00"), english.of("Friday, 20 November 2026, 10:05 PM").orElseThrow());
        assertEquals(OffsetDateTime.parse("2026-07-03T00:30+02:00"), english.of(" friday, 3 July 2026, 12:30\u202fam ").orElseThrow(), "summer, a narrow blank, small letters");
        assertEquals(OffsetDateTime.parse("2026-10-25T02:30+02:00"), english.of("Sunday, 25 October 2026, 2:30 AM").orElseThrow(), "the first of two such hours: nobody is later than he may have been");
    }

    @Test
    void germanNeedsItsLanguageAndPattern() {
        assertEquals(OffsetDateTime.parse("2026-03-06T09:05+01:00"), time("EEEE, d. MMMM yyyy, H:mm", Locale.GERMAN).of("Freitag, 6. März 2026, 09:05").orElseThrow());
        assertEquals(Optional.empty(), time("EEEE, d. MMMM yyyy, H:mm", Locale.ENGLISH).of("Freitag, 6. März 2026, 09:05"));
    }

    @Test
    void whatIsNoSuchTimeIsNone() {
        WorksheetTime english = time(WorksheetTime.PATTERN, Locale.ENGLISH);
        for (String text : new String[] {"", "-", "yesterday", "20.11.2026 10:00", "Monday, 20 November 2026, 10:05 PM", "Friday, 31 November 2026, 10:05 PM", "Friday, 20 November 2026, 13:05 PM"}) {
            assertEquals(Optional.empty(), english.of(text), text);
        }
    }
}
