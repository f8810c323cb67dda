package upsampling.kernel.eval;

/// The texts written in a snippet, measured as a class file measures them.
final class TextLiterals {
    /// A class file gives the length of a text in two bytes.
    static final int MOST_BYTES = 65_535;
    private static final String BLOCK = "\"\"\"";

    private final String source;
    private int at;
    private Text longest = new Text(0, 0);
    private Text present; // that a "+" may go on with

    /// A text of one literal, or of several with only `+` between them.
    ///
    /// @param start where its first literal begins
    /// @param bytes its length in the JVM's form of UTF-8
    record Text(int start, int bytes) { }

    private TextLiterals(String source) {
        this.source = source;
    }

    /// The longest text; of 0 bytes if there is none.
    static Text longest(String source) {
        TextLiterals literals = new TextLiterals(source);
        while (literals.at < source.length()) {
            literals.step();
        }
        return literals.longest;
    }

    private void step() {
        char c = source.charAt(at);
        if (source.startsWith("//", at)) {
            at = end("\n", at + 2);
        } else if (source.startsWith("/*", at)) {
            at = end("*/", at + 2);
        } else if (source.startsWith(BLOCK, at)) {
            int end = quoted(BLOCK);
            int firstLine = source.indexOf('\n', at) + 1;
            add(source.substring(Math.clamp(firstLine, at, end), end).stripIndent(), BLOCK.length() + end);
        } else if (c == '"') {
            int end = quoted("\"");
            add(source.substring(at + 1, end), end + 1);
        } else if (c == '\'') {
            at = quoted("'") + 1;
            present = null;
        } else {
            present = c == '+' || Character.isWhitespace(c) ? present : null;
            at++;
        }
    }

    private int end(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    /// Where the closing quotes of the literal at this place stand.
    private int quoted(String quotes) {
        int i = at + quotes.length();
        while (i < source.length() && !source.startsWith(quotes, i)) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, source.length());
    }

    private void add(String written, int next) {
        String text;
        try {
            text = written.translateEscapes();
        } catch (IllegalArgumentException _) { // \u0041 is none of its escapes
            text = written;
        }
        present = present == null ? new Text(at, bytes(text)) : new Text(present.start, present.bytes + bytes(text));
        longest = present.bytes > longest.bytes ? present : longest;
        at = Math.min(next, source.length());
    }

    /// The length in the JVM's form of UTF-8: each half of a surrogate pair is written by itself, and 0 in two bytes.
    private static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c >= 0x800 ? 3 : c >= 0x80 || c == 0 ? 2 : 1;
        }
        return bytes;
    }
}
