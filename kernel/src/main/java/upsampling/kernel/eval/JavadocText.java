package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A documentation comment as plain text: what a front end shows in a tooltip. HTML tags and Javadoc tags become what they mean; markdown
/// (`///`) is readable as it is, only its links become names.
final class JavadocText {
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)(?=\\s|$)");
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*)\\}");
    private static final Pattern CODE_SPAN = Pattern.compile("(?s)```.*?```|`[^`]*`");
    /// `[Tensor#zeros(int)]`, `[Shape]` or `[text][Shape]`; a shape such as `[N, C]` is none.
    private static final Pattern REFERENCE = Pattern.compile("(?:\\[([^\\[\\]]+)\\])?\\[((?:\\w+\\.)*[A-Z]\\w+(?:#\\w+(?:\\([^()]*\\))?)?|#\\w+(?:\\([^()]*\\))?)\\]");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)\\]\\([^()\\s]+\\)");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)\\s*</?(?:p|ul|ol|dl|table|blockquote|h\\d|div)(?:\\s[^<>]*)?>\\s*");
    private static final Pattern PREFORMATTED = Pattern.compile("(?i)</?pre(?:\\s[^<>]*)?>");
    private static final Pattern ITEM = Pattern.compile("(?i)\\s*<(?:li|dt|dd|tr)(?:\\s[^<>]*)?>\\s*");
    private static final Pattern OTHER_TAG = Pattern.compile(
            "(?i)</?(?:a|b|i|em|strong|code|tt|sub|sup|span|br|li|dt|dd|tr|td|th|thead|tbody|caption|dfn|cite|var|kbd|small|u|img)(?:\\s[^<>]*)?/?>");

    private JavadocText() { }

    /// @param comment what stands in the comment, without its stars or slashes
    static String plain(String comment) {
        Matcher block = BLOCK.matcher(comment);
        List<MatchResult> blocks = block.results().toList();
        int end = blocks.isEmpty() ? comment.length() : blocks.getFirst().start();
        StringBuilder text = new StringBuilder(prose(comment.substring(0, end)));
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            int next = i + 1 < blocks.size() ? blocks.get(i + 1).start() : comment.length();
            String line = tag(blocks.get(i).group(1), prose(comment.substring(blocks.get(i).end(), next)).replaceAll("\\s*\\n\\s*", " "));
            if (!line.isEmpty()) {
                tags.add(line);
            }
        }
        if (!tags.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(String.join("\n", tags));
        }
        return text.toString();
    }

    private static String tag(String name, String text) {
        String[] words = text.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (name) {
            case "param" -> "  " + words[0] + ": " + rest;
            case "return" -> "  returns " + text;
            case "throws", "exception" -> "  throws " + words[0] + ": " + rest;
            case "deprecated" -> "  deprecated: " + text;
            case "apiNote", "implNote", "implSpec" -> "  note: " + text;
            default -> ""; // @since, @author, @see, @jls
        };
    }

    private static String prose(String comment) {
        String text = outsideCode(inlineTags(comment));
        text = PARAGRAPH.matcher(text).replaceAll("\n\n");
        text = ITEM.matcher(text).replaceAll("\n- ");
        text = PREFORMATTED.matcher(text).replaceAll("");
        text = OTHER_TAG.matcher(text).replaceAll("");
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&quot;", "\"").replace("&#64;", "@")
                .replace("&times;", "×").replace("&le;", "<=").replace("&ge;", ">=").replace("&amp;", "&");
        return text.replaceAll("(?m)[ \t]+$", "").replaceAll("(?m)^ (?=\\S)", "").replaceAll("\\n{3,}", "\n\n").strip();
    }

    /// Three times, since tags stand inside each other.
    private static String inlineTags(String comment) {
        String text = comment;
        for (int i = 0; i < 3; i++) {
            text = INLINE.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(inlineTag(tag.group(1), tag.group(2).strip())));
        }
        return text;
    }

    private static String inlineTag(String name, String text) {
        return switch (name) {
            case "link", "linkplain" -> {
                Matcher parts = Pattern.compile("(?s)([^\\s(]+(?:\\([^()]*\\))?)\\s*(.*)").matcher(text);
                yield !parts.matches() ? text : parts.group(2).isEmpty() ? reference(parts.group(1)) : parts.group(2);
            }
            case "return" -> "Returns " + text + ".";
            case "index" -> text.replaceAll("(?s)^(\"[^\"]*\"|\\S+).*", "$1").replace("\"", "");
            case "code", "literal" -> text.replace("<", "&lt;").replace(">", "&gt;"); // no tags in there
            case "snippet" -> text.replaceFirst("(?s)^[^:]*:", "").stripTrailing();
            case "inheritDoc", "docRoot" -> "";
            default -> text;
        };
    }

    private static String reference(String name) {
        String joined = name.startsWith("#") ? name.substring(1) : name.replace('#', '.');
        return joined.replaceFirst("^(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    /// Links of markdown; code spans keep their brackets.
    private static String outsideCode(String text) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (MatchResult code : CODE_SPAN.matcher(text).results().toList()) {
            result.append(withoutLinks(text.substring(from, code.start()))).append(code.group().replace("<", "&lt;").replace(">", "&gt;"));
            from = code.end();
        }
        return result.append(withoutLinks(text.substring(from))).toString();
    }

    private static String withoutLinks(String text) {
        String plain = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
        return REFERENCE.matcher(plain).replaceAll(link ->
                Matcher.quoteReplacement(link.group(1) != null ? link.group(1) : reference(link.group(2))));
    }
}
