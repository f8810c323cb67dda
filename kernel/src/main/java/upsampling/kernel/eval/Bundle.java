package upsampling.kernel.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import upsampling.show.Shown;

/// One thing to show, in one or more forms: MIME type to content. A front end takes the richest form it understands.
///
/// Text forms hold the text itself, `image/png` holds Base64.
///
/// @param data MIME type to content; copied, in the order given
public record Bundle(Map<String, String> data) {
    /// MIME type of plain text; every bundle has this form.
    public static final String TEXT = "text/plain";
    /// MIME type of HTML.
    public static final String HTML = "text/html";

    /// @throws IllegalArgumentException unless there is a `text/plain` form: terminals, screen readers and comparisons need it
    public Bundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        if (data.get(TEXT) == null) {
            throw new IllegalArgumentException("Bundle: a " + TEXT + " form is required, but only " + data.keySet() + " was given");
        }
    }

    /// A bundle of plain text only.
    public static Bundle ofText(String text) {
        return new Bundle(Map.of(TEXT, text));
    }

    /// A bundle of the HTML and the sentence of something shown; of the sentence only if it has no HTML.
    public static Bundle of(Shown shown) {
        String text = Objects.requireNonNullElse(shown.text(), "");
        if (shown.html() == null || shown.html().isEmpty()) {
            return ofText(text);
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(HTML, shown.html());
        forms.put(TEXT, text);
        return new Bundle(forms);
    }

    /// The plain text.
    public String text() {
        return data.get(TEXT);
    }

    /// The HTML, or null if there is none.
    public String html() {
        return data.get(HTML);
    }
}
