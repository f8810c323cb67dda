package upsampling.bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A configuration that must be rejected.
///
/// @param kind the rule that it breaks, such as `stride 0`; the faults of one kind differ in their numbers only
/// @param parameters the configuration
/// @param words what our message has to hold: the value that was given, and words of the rule
record Fault(String kind, Parameters parameters, List<String> words) {

    static Fault of(String kind, Parameters parameters, Object... words) {
        return new Fault(kind, parameters, Arrays.stream(words).map(Object::toString).toList());
    }

    /// Returns the fault of a result with too many elements on axes each of which could be counted.
    ///
    /// @param sizes the last of its sizes, such as `70000, 80000`
    static Fault tooMany(Parameters parameters, String sizes) {
        return of(Differences.TOO_MANY, parameters, sizes, "more than " + Integer.MAX_VALUE, "elements");
    }

    /// Returns the fault of a size that no `int` can hold.
    ///
    /// @param operator that our message names
    /// @param what the size, such as `output height`
    static Fault tooMany(Parameters parameters, String operator, String what, long size) {
        return of(Differences.TOO_MANY, parameters, operator + ": " + what, size, "at most " + Integer.MAX_VALUE);
    }

    /// Returns the first of the words that a message lacks, or null. A number must stand alone: `3` is not in `13`.
    String missingIn(String message) {
        for (String word : words) {
            String quoted = Pattern.quote(word);
            String before = Character.isLetterOrDigit(word.charAt(0)) ? "(?<![\\w.])" : "";
            String after = Character.isDigit(word.charAt(word.length() - 1)) ? "(?!\\w)" : "";
            if (!Pattern.compile(before + quoted + after).matcher(message).find()) return word;
        }
        return null;
    }
}
