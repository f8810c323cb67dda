package upsampling.grader.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import upsampling.grader.result.Fraction;

/// Reads a policy, `grading.json`. Every key may be left out; one that is not known is an error, since a setting that is spelled wrong would silently not hold.
///
/// ```json
/// {"due": "2026-11-20T10:00:00+01:00",
///  "late": {"grace": "PT10M", "per": "P1D", "penalty": 10, "cap": 30, "close": "P3D", "time": "lms"},
///  "extensions": {"12345": "P2D"}, "points": {"1.2": 5}, "visibility": {"hidden": "after_due_date"},
///  "submitted": {"12345": "2026-11-20T10:04:00+01:00"},
///  "worksheetTime": {"column": "Last modified (submission)", "pattern": "EEEE, d MMMM yyyy, h:mm a", "locale": "en", "zone": "Europe/Berlin"}}
/// ```
public final class PolicyReader {
    private static final int MOST_POINTS = 10_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_TEXT = 200;

    private PolicyReader() { }

    /// Reads it.
    ///
    /// @param file its name, for messages
    /// @param tasks the ids of all tasks that there are
    /// @throws IllegalArgumentException if anything is wrong with it
    public static Policy read(String file, String text, Collection<String> tasks) {
        Fields fields = StrictJson.read(file, text);
        if (fields.has("attempt")) throw fields.wrong("attempt", "cannot be kept: a batch knows one submission of everybody, and none before it. Take it out");
        if (fields.has("hints")) throw fields.wrong("hints", "cannot be kept: a batch does not know how often somebody has failed before. Take it out");
        fields.allowOnly("due", "late", "extensions", "points", "visibility", "submitted", "worksheetTime");
        boolean hasDue = fields.has("due");
        for (String key : new String[] {"late", "extensions"}) {
            if (fields.has(key) && !hasDue) throw fields.wrong(key, "counts from the due date, and there is none; add \"due\": \"2026-11-20T10:00:00+01:00\"");
        }
        return new Policy(hasDue ? fields.time("due") : null, fields.has("late") ? late(fields.object("late")) : null, map(fields, "extensions", Fields::duration),
            points(fields, tasks), hidden(fields), map(fields, "submitted", Fields::time),
            fields.has("worksheetTime") ? worksheetTime(fields.object("worksheetTime")) : null);
    }

    private static LateRule late(Fields late) {
        late.allowOnly("grace", "per", "penalty", "cap", "close", "time");
        if (late.has("time")) late.oneOf("time", "lms"); // times of files, archives and commits are whatever their owner wants
        if (late.has("per") != late.has("penalty")) {
            throw late.wrong(late.has("per") ? "penalty" : "per", "is missing: a penalty is so many percent for each period, such as \"per\": \"P1D\", \"penalty\": 10");
        }
        if (!late.has("per") && !late.has("close")) throw late.wrong("penalty", "is missing, and so is close: nothing would follow from handing in late");
        if (late.has("cap") && !late.has("per")) throw late.wrong("cap", "limits a penalty, and there is none; add \"per\" and \"penalty\", or take it out");
        Duration grace = late.has("grace") ? late.duration("grace") : Duration.ZERO;
        Duration close = late.has("close") ? late.duration("close") : null;
        if (close != null && close.compareTo(grace) < 0) throw late.wrong("close", "must not be shorter than grace (" + grace + "), but was " + close);
        Duration per = late.has("per") ? late.duration("per") : null;
        if (per != null && per.compareTo(SHORTEST) < 0) throw late.wrong("per", "must be a minute at least, such as \"P1D\", but was \"" + per + '"');
        Fraction penalty = late.has("penalty") ? late.number("penalty", 100) : Fraction.ZERO;
        return new LateRule(grace, per, penalty, late.has("cap") ? late.number("cap", 100) : Fraction.of(100), close);
    }

    private static <T> Map<String, T> map(Fields fields, String key, BiFunction<Fields, String, T> value) {
        if (!fields.has(key)) return Map.of();
        Fields values = fields.object(key);
        Map<String, T> map = new LinkedHashMap<>();
        for (String id : values.keys()) map.put(id, value.apply(values, id));
        return Map.copyOf(map);
    }

    private static Map<String, Fraction> points(Fields fields, Collection<String> tasks) {
        return map(fields, "points", (points, task) -> {
            points.requireKnown(task, "task", tasks);
            return points.number(task, MOST_POINTS);
        });
    }

    private static HiddenChecks hidden(Fields fields) {
        if (!fields.has("visibility")) return HiddenChecks.VISIBLE;
        Fields visibility = fields.object("visibility");
        visibility.allowOnly("hidden");
        if (!visibility.has("hidden")) return HiddenChecks.VISIBLE;
        String word = visibility.oneOf("hidden", HiddenChecks.VISIBLE.word(), HiddenChecks.AFTER_DUE_DATE.word(), HiddenChecks.HIDDEN.word());
        HiddenChecks hidden = HiddenChecks.valueOf(word.toUpperCase(Locale.ROOT));
        if (hidden == HiddenChecks.AFTER_DUE_DATE && !fields.has("due")) throw visibility.wrong("hidden", "waits for the due date, and there is none; add \"due\": \"2026-11-20T10:00:00+01:00\"");
        return hidden;
    }

    private static WorksheetTime worksheetTime(Fields time) {
        time.allowOnly("column", "pattern", "locale", "zone");
        if (!time.has("zone")) throw time.wrong("zone", "is missing: the worksheet has the times of Moodle's server, and does not say where that is; add \"zone\": \"Europe/Berlin\"");
        String column = time.has("column") ? time.text("column", MOST_TEXT) : WorksheetTime.COLUMN;
        Locale language;
        String tag = time.has("locale") ? time.text("locale", MOST_TEXT) : WorksheetTime.LANGUAGE;
        try {
            language = new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw time.wrong("locale", "must be a language such as \"en\" or \"de\", but was \"" + tag + "\"");
        }
        ZoneId zone;
        String name = time.text("zone", MOST_TEXT);
        try {
            zone = ZoneId.of(name);
        } catch (DateTimeException e) {
            throw time.wrong("zone", "must be a time zone such as \"Europe/Berlin\", but was \"" + name + "\"");
        }
        try {
            return new WorksheetTime(column, WorksheetTime.format(time.has("pattern") ? time.text("pattern", MOST_TEXT) : WorksheetTime.PATTERN, language), zone);
        } catch (IllegalArgumentException e) {
            throw time.wrong("pattern", e.getMessage());
        }
    }
}
