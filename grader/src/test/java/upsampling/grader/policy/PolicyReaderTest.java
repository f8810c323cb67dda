package upsampling.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.grader.result.Fraction;

/// Every mistake in a policy is one sentence: file, key, what was given, what is allowed.
class PolicyReaderTest {
    private static final List<String> TASKS = List.of("1.1", "1.2", "2.1");
    private static final String DUE = "\"due\": \"2026-11-20T10:00:00+01:00\", ";

    private static Policy read(String text) {
        return PolicyReader.read("grading.json", text, TASKS);
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> read(text), text).getMessage();
    }

    @Test
    void everyKeyIsRead() {
        Policy policy = read("""
            \uFEFF{"due": "2026-11-20T10:00:00+01:00", "late": {"grace": "PT10M", "per": "P1D", "penalty": 12.5, "cap": 30, "close": "P3D", "time": "lms"},
             "extensions": {"12345": "P2D"}, "points": {"1.2": 0.3, "2.1": 0}, "visibility": {"hidden": "after_due_date"},
             "submitted": {"ada": "2026-11-20T09:04:00Z"},
             "worksheetTime": {"column": "Zuletzt", "pattern": "d.M.yyyy H:mm", "locale": "de", "zone": "Europe/Berlin"}}""");
        assertEquals(OffsetDateTime.parse("2026-11-20T10:00+01:00"), policy.due());
        assertEquals(new LateRule(Duration.ofMinutes(10), Duration.ofDays(1), new Fraction(25, 2), Fraction.of(30), Duration.ofDays(3)), policy.late());
        assertEquals(Map.of("12345", Duration.ofDays(2)), policy.extensions());
        assertEquals(Map.of("1.2", new Fraction(3, 10), "2.1", Fraction.ZERO), policy.points());
        assertEquals(HiddenChecks.AFTER_DUE_DATE, policy.hidden());
        assertEquals(Map.of("ada", OffsetDateTime.parse("2026-11-20T09:04Z")), policy.submitted());
        assertEquals("Zuletzt", policy.worksheetTime().column());
        assertEquals(ZoneId.of("Europe/Berlin"), policy.worksheetTime().zone());
        assertEquals(OffsetDateTime.parse("2026-06-03T17:05+02:00"), policy.worksheetTime().of("3.6.2026 17:05").orElseThrow());
    }

    @Test
    void whatIsLeftOutHasADefault() {
        assertEquals(Policy.NONE, read("{}"));
        Policy policy = read("{" + DUE + "\"late\": {\"close\": \"PT0S\"}}");
        assertEquals(new LateRule(Duration.ZERO, null, Fraction.ZERO, Fraction.of(100), Duration.ZERO), policy.late());
        assertNull(policy.worksheetTime());
    }

    @Test
    void aMisspelledKeyIsNamedWithTheOneThatWasMeant() {
        assertEquals("grading.json: late.graze is no key that is known here; did you mean 'grace'?", refusal("{" + DUE + "\"late\": {\"graze\": \"PT1M\", \"close\": \"P1D\"}}"));
        assertEquals("grading.json: extension is no key that is known here; did you mean 'extensions'?", refusal("{\"extension\": {}}"));
        assertEquals("grading.json: points.1.3 is no task that is known here; did you mean '1.1'?", refusal("{\"points\": {\"1.3\": 5}}"));
        assertEquals("grading.json: visibility.secrets is no key that is known here; known are hidden", refusal("{\"visibility\": {\"secrets\": \"hidden\"}}"));
        assertEquals("grading.json: worksheetTime.timezone is no key that is known here; known are column, locale, pattern, zone", refusal("{\"worksheetTime\": {\"timezone\": \"UTC\"}}"));
    }

    @Test
    void whatABatchCannotKnowIsRefusedWithTheReason() {
        assertEquals("grading.json: attempt cannot be kept: a batch knows one submission of everybody, and none before it. Take it out", refusal("{\"attempt\": \"best\"}"));
        assertEquals("grading.json: hints cannot be kept: a batch does not know how often somebody has failed before. Take it out", refusal("{\"hints\": {\"releaseAfterFailures\": 1}}"));
        assertEquals("grading.json: late.time must be \"lms\", but was \"commit\"", refusal("{" + DUE + "\"late\": {\"time\": \"commit\", \"close\": \"P1D\"}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"points\": 5                                            | points must be an object",
        "\"points\": {\"1.2\": \"5\"}                                 | points.1.2 must be a number from 0 to 10000",
        "\"points\": {\"1.2\": -1}                                  | points.1.2 must be a number from 0 to 10000 with at most 4 decimals, but was -1",
        "\"points\": {\"1.2\": 0.00001}                             | points.1.2 must be a number",
        "\"points\": {\"1.2\": 1e999999999}                         | points.1.2 must be a number",
        "\"points\": {\"1.2\": 1e99999999999999}                    | points.1.2 must be a number",
        "\"points\": {\"1.2\": 1e-999999999}                        | points.1.2 must be a number",
        "\"points\": {\"1.2\": null}                                | points.1.2 must be a number from 0 to 10000 with at most 4 decimals, but was null",
        "\"due\": \"2026-11-20\"                                    | due must be a time with its distance from UTC such as \"2026-11-20T10:00:00+01:00\", but was \"2026-11-20\"",
        "\"due\": \"2026-11-20T10:00:00\"                           | due must be a time",
        "\"due\": 20261120                                        | due must be a time",
        "\"due\": \"+999999999-01-01T00:00:00Z\"                    | due must be a time",
        "\"late\": {\"close\": \"P1D\"}                               | late counts from the due date, and there is none",
        "\"extensions\": {\"1\": \"P1D\"}                             | extensions counts from the due date",
        "\"visibility\": {\"hidden\": \"after_due_date\"}             | visibility.hidden waits for the due date",
        "\"visibility\": {\"hidden\": \"never\"}                      | visibility.hidden must be one of \"visible\", \"after_due_date\", \"hidden\", but was \"never\"",
        "\"visibility\": {\"hidden\": true}                         | visibility.hidden must be one of",
        "\"submitted\": {\"1\": \"yesterday\"}                        | submitted.1 must be a time",
        "\"worksheetTime\": {}                                    | worksheetTime.zone is missing",
        "\"worksheetTime\": {\"zone\": \"Berlin\"}                    | worksheetTime.zone must be a time zone such as \"Europe/Berlin\", but was \"Berlin\"",
        "\"worksheetTime\": {\"zone\": \"UTC\", \"pattern\": \"d.M.yyyy\"} | worksheetTime.pattern must name a day, its hour and its minute",
        "\"worksheetTime\": {\"zone\": \"UTC\", \"pattern\": \"d.M.yyyy h:mm\"} | worksheetTime.pattern must name a day, its hour and its minute",
        "\"worksheetTime\": {\"zone\": \"UTC\", \"pattern\": \"bogus\"}   | worksheetTime.pattern is no pattern of java.time.format.DateTimeFormatter",
        "\"worksheetTime\": {\"zone\": \"UTC\", \"locale\": \"ö\"}        | worksheetTime.locale must be a language",
        "\"due\": \"2026-11-20T10:00:00Z\", \"due\": \"2026-11-20T10:00:00Z\" | due stands there twice",
        "\"points\": {\"1.2\": 1, \"1.2\": 2}                         | points.1.2 stands there twice",
    })
    void aMistakeIsNamed(String fields, String begin) {
        assertBegin("grading.json: " + begin, refusal("{" + fields + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"grace\": \"10 minutes\", \"close\": \"P1D\"}      | late.grace must be a duration of 0 to 3660 days such as \"P2D\"",
        "{\"grace\": \"-PT1M\", \"close\": \"P1D\"}           | late.grace must be a duration",
        "{\"grace\": 10, \"close\": \"P1D\"}                | late.grace must be a duration",
        "{\"close\": \"P99999D\"}                         | late.close must be a duration",
        "{\"close\": \"P9999999999999999999D\"}           | late.close must be a duration",
        "{\"grace\": \"P2D\", \"close\": \"P1D\"}             | late.close must not be shorter than grace",
        "{\"per\": \"P1D\"}                               | late.penalty is missing",
        "{\"penalty\": 10}                              | late.per is missing",
        "{\"grace\": \"PT1M\"}                            | late.penalty is missing, and so is close",
        "{\"close\": \"P1D\", \"cap\": 30}                  | late.cap limits a penalty, and there is none",
        "{\"per\": \"PT0S\", \"penalty\": 10}               | late.per must be a minute at least",
        "{\"per\": \"P1D\", \"penalty\": 101}               | late.penalty must be a number from 0 to 100 with at most 4 decimals, but was 101",
        "{\"per\": \"P1D\", \"penalty\": 10, \"cap\": -1}     | late.cap must be a number from 0 to 100",
        "[]                                           | late must be an object, {...}, but was []",
    })
    void aMistakeAboutLatenessIsNamed(String late, String begin) {
        assertBegin("grading.json: " + begin, refusal("{" + DUE + "\"late\": " + late + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"due\": }", "{} {}", "{'due': 1}", "{\"points\": {1.2: 5}}", "{\"points\": {\"1.2\": 05}}", "{\"points\": {\"1.2\": NaN}}", "{,}", "// no\n{}", "\u0000"})
    void whatIsNoJsonIsSaid(String text) {
        assertBegin("grading.json: th", refusal(text)); // this is no JSON, or there is more behind the end
    }

    @Test
    void otherShapesAreRefused() {
        assertEquals("grading.json: it must be an object, {...}, but was []", refusal("[]"));
        assertEquals("grading.json: it must be an object, {...}, but was 5", refusal("5"));
        assertBegin("grading.json: x is nested too deeply", refusal("{\"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}"));
        assertEquals(60 + " ...".length(), refusal("{\"" + "k\\n".repeat(5000) + "\": 1}").split(" is no key")[0].length() - "grading.json: ".length(), "long names are cut");
    }

    private static void assertBegin(String begin, String message) {
        assertEquals(begin, message.substring(0, Math.min(begin.length(), message.length())), message);
    }
}
