package upsampling.grader.report;

/// Makes text of students harmless, one way for each kind of document.
public final class Escape {
    private Escape() { }

    /// For HTML, as content and in attributes. What HTML does not allow becomes a blank.
    static String html(String text) {
        return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /// For a line of Markdown that is read as HTML later: nothing in it is markup, and it stays a line.
    static String markdown(String text) {
        String plain = allowed(text).replace('\n', ' ').replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return plain.replaceAll("([\\\\`*_{}\\[\\]()#+!|~-])", "\\\\$1");
    }

    /// For a block of Markdown: a fence longer than every run of backticks in it.
    static String fenced(String text) {
        String plain = allowed(text).stripTrailing();
        int longest = 0;
        int run = 0;
        for (char c : plain.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + plain + "\n" + fence + "\n";
    }

    /// For one line of a terminal or a cell of a table.
    public static String line(String text) {
        return allowed(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /// Without control characters but line ends and tabs, without characters that turn the reading direction, and without halves of characters.
    static String allowed(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean isControl = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t' || Character.getType(c) == Character.FORMAT;
            if (c != '\r') plain.appendCodePoint(isHalf || isControl || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
        });
        return plain.toString();
    }
}
