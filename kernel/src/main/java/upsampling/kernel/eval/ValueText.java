package upsampling.kernel.eval;

import java.io.PrintStream;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import upsampling.show.Show;
import upsampling.show.Shown;

/// Renders the value of a cell's last line. It calls the learner's `toString`, so it runs on the cell's thread.
final class ValueText {
    /// More elements of one array than this are counted, not written.
    private static final int ELEMENTS = 1000;
    /// Once the text is this long, the elements left are counted, not written.
    private static final int CHARACTERS = 50_000;

    private ValueText() { }

    /// Returns the forms in which to show the value; null if there is nothing to show. What `lib` can draw (tensors, charts, tables, images) is drawn; what
    /// Java itself can write is written as Java writes it.
    static Bundle of(Object value) {
        return switch (value) {
            case null -> null;
            case PrintStream _ -> null; // what System.out.printf(...) returns: nobody wants to see it
            case Bundle bundle -> bundle;
            case Shown shown -> Bundle.of(shown);
            case Number _, Boolean _, Character _, CharSequence _, Record _, Collection<?> _, Map<?, ?> _ -> Bundle.ofText(text(value));
            default -> {
                Shown drawn = value.getClass().isArray() ? null : Show.render(value);
                yield drawn == null ? Bundle.ofText(text(value)) : Bundle.of(drawn);
            }
        };
    }

    /// Arrays by their elements, also nested ones, where Java prints `[[D@580e42ba`; anything else as `String.valueOf` has it.
    static String text(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, new ArrayDeque<>());
        int dropped = text.length() - CappedOutput.CHARACTERS;
        if (dropped > 0) { // a notebook would carry it for ever
            text.setLength(CappedOutput.CHARACTERS);
            text.append(String.format(Locale.ROOT, "\n... %,d more characters", dropped));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object value, Deque<Object> around) {
        if (value == null || !value.getClass().isArray()) {
            String own = String.valueOf(value);
            text.append(value instanceof CharSequence || own == null ? own : Positions.withoutWrappers(own)); // A@1b2c3d, of a class in a cell
            return;
        }
        for (Object outer : around) {
            if (outer == value) {
                text.append("[...]"); // an array that contains itself
                return;
            }
        }
        around.push(value);
        int length = Array.getLength(value);
        text.append('[');
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == ELEMENTS || text.length() > CHARACTERS) {
                text.append("... ").append(length - i).append(" more");
                break;
            }
            append(text, Array.get(value, i), around);
        }
        text.append(']');
        around.pop();
    }
}
