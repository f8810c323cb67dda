package upsampling.kernel.eval;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import upsampling.show.Shown;

/// Renders the value of a cell's last line. It calls the learner's `toString`, so it runs on the cell's thread.
final class ValueText {
    /// More elements of one array than this are counted, not written.
    private static final int ELEMENTS = 1000;
    /// Once the text is this long, the elements left are counted, not written.
    private static final int CHARACTERS = 50_000;

    private ValueText() { }

    /// Returns the forms in which to show the value; null for null.
    static Bundle of(Object value) {
        return switch (value) {
            case null -> null;
            case Bundle bundle -> bundle;
            case Shown shown -> Bundle.of(shown);
            case BufferedImage picture -> picture(picture);
            default -> Bundle.ofText(text(value));
        };
    }

    /// Arrays by their elements, also nested ones, where Java prints `[[D@580e42ba`; anything else as `String.valueOf` has it.
    static String text(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, new ArrayDeque<>());
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

    private static Bundle picture(BufferedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(Bundle.PNG, Base64.getEncoder().encodeToString(png.toByteArray()));
        forms.put(Bundle.TEXT, "picture of " + picture.getWidth() + " x " + picture.getHeight() + " pixels");
        return new Bundle(forms);
    }
}
