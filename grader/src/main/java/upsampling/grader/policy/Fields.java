package upsampling.grader.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import upsampling.grader.result.Fraction;

/// The fields of an object in a file that a person has written. Whatever is wrong with one of them ends as a sentence: the file, the field, what was given, what is allowed.
final class Fields {
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_SHOWN = 60;
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final String file;
    private final String path;
    private final JsonObject object;

    private Fields(String file, String path, JsonObject object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    static Fields of(String file, JsonElement all) {
        if (!all.isJsonObject()) throw new IllegalArgumentException(file + ": it must be an object, {...}, but was " + shown(all));
        return new Fields(file, "", all.getAsJsonObject());
    }

    static String path(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Set<String> keys() {
        return object.keySet();
    }

    boolean has(String key) {
        return object.has(key);
    }

    /// @throws IllegalArgumentException if there is a key that is not among these; it names the one that was probably meant
    void allowOnly(String... known) {
        for (String key : keys()) requireKnown(key, "key", Set.of(known));
    }

    /// @param what such as `task`
    void requireKnown(String key, String what, Collection<String> known) {
        if (known.contains(key)) return;
        String near = Nearest.of(key, known);
        throw wrong(key, "is no " + what + " that is known here; " + (near == null ? "known are " + String.join(", ", known.stream().sorted().toList()) : "did you mean '" + near + "'?"));
    }

    IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(file + ": " + path(path, shortened(key)) + " " + what);
    }

    private IllegalArgumentException wrong(String key, String allowed, JsonElement given) {
        return wrong(key, "must be " + allowed + ", but was " + shown(given));
    }

    private static String shown(JsonElement given) {
        return shortened(given.toString());
    }

    /// A name from a file may be as long as the file, and hold what moves a cursor.
    private static String shortened(String text) {
        String line = text.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + " ...";
    }

    Fields object(String key) {
        JsonElement value = object.get(key);
        if (!value.isJsonObject()) throw wrong(key, "an object, {...}", value);
        return new Fields(file, path(path, key), value.getAsJsonObject());
    }

    /// Returns a text that says something.
    String text(String key, int longest) {
        JsonElement value = object.get(key);
        if (!isText(value) || value.getAsString().isBlank() || value.getAsString().length() > longest) throw wrong(key, "a text of 1 to " + longest + " characters", value);
        return value.getAsString().strip();
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    /// Returns a number exactly as it is written.
    ///
    /// @param most >= 0; the least is 0
    Fraction number(String key, int most) {
        JsonElement value = object.get(key);
        String allowed = "a number from 0 to " + most + " with at most " + MOST_DECIMALS + " decimals";
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) throw wrong(key, allowed, value);
        BigDecimal number;
        try {
            number = new BigDecimal(primitive.getAsString());
        } catch (NumberFormatException e) { // an exponent beyond int
            throw wrong(key, allowed, value);
        }
        boolean isIn = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0; // before anything is computed with it: 1e999999999 is short to write
        if (!isIn || number.signum() != 0 && number.stripTrailingZeros().scale() > MOST_DECIMALS) throw wrong(key, allowed, value);
        long scaled = number.signum() == 0 ? 0 : number.movePointRight(MOST_DECIMALS).longValueExact();
        return new Fraction(scaled, Math.round(Math.pow(10, MOST_DECIMALS)));
    }

    Duration duration(String key) {
        JsonElement value = object.get(key);
        String allowed = "a duration of 0 to " + LONGEST.toDays() + " days such as \"P2D\" (two days), \"PT10M\" (ten minutes) or \"P1DT12H\"";
        if (!isText(value)) throw wrong(key, allowed, value);
        try {
            Duration duration = Duration.parse(value.getAsString());
            if (duration.isNegative() || duration.compareTo(LONGEST) > 0) throw wrong(key, allowed, value);
            return duration;
        } catch (DateTimeException e) {
            throw wrong(key, allowed, value);
        }
    }

    OffsetDateTime time(String key) {
        JsonElement value = object.get(key);
        String allowed = "a time with its distance from UTC such as \"2026-11-20T10:00:00+01:00\"";
        if (!isText(value)) throw wrong(key, allowed, value);
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.getAsString());
            if (isNear(time)) return time;
        } catch (DateTimeException e) {
            // said below
        }
        throw wrong(key, allowed, value);
    }

    /// Whether it is a time that a course may have: those of the year 999999999 only make sums overflow.
    static boolean isNear(OffsetDateTime time) {
        return time.getYear() >= 1970 && time.getYear() <= 9999;
    }

    /// Returns one of these words.
    String oneOf(String key, String... words) {
        JsonElement value = object.get(key);
        for (String word : words) if (isText(value) && value.getAsString().equals(word)) return word;
        throw wrong(key, words.length == 1 ? "\"" + words[0] + "\"" : "one of \"" + String.join("\", \"", words) + "\"", value);
    }
}
