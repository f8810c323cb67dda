package upsampling.cli.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts Java, and any text in which Java may stand, into tokens: identifiers, numbers, operators and quotes. White space, `import` and `package` lines are no tokens.
///
/// It reads what no compiler would: half a method in a Markdown page, code in a string, an apostrophe in a sentence. So a quote is a token and what it encloses is read like the rest;
/// Java inside a text block, as tests have it, gives the tokens that the same Java has in a file. For the same reason `>` is always a token of its own: `>>` may close two generic types.
final class JavaTokens {
    private static final Pattern SKIPPED_LINE = Pattern.compile("[ \\t]*(?:import|package)[ \\t]+[\\w.* \\t]+;");
    private static final Pattern OPERATOR = Pattern.compile("\\.\\.\\.|<<=|->|::|\\+\\+|--|&&|\\|\\||==|!=|<=|>=|\\+=|-=|\\*=|/=|%=|&=|\\|=|\\^=|<<");

    /// What becomes of a comment.
    enum Comments {
        /// It is no token, as for the compiler. A solution with other comments than before is found.
        SKIPPED,
        /// What it says is read like code. A solution inside a comment is found, and one behind a stray `/*`.
        READ
    }

    /// A token.
    ///
    /// @param line of the text, from 1
    /// @param at where it begins in the text
    record Token(String text, int line, int at) { }

    private final String text;
    private final Comments comments;
    private final Matcher skippedLine;
    private final Matcher operator;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private boolean lineStart = true;

    private JavaTokens(String text, Comments comments) {
        this.text = text;
        this.comments = comments;
        this.skippedLine = SKIPPED_LINE.matcher(text);
        this.operator = OPERATOR.matcher(text);
    }

    /// Returns the tokens of a text in order. No text is refused.
    static List<Token> of(String text, Comments comments) {
        var lexer = new JavaTokens(text, comments);
        while (lexer.at < text.length()) lexer.step();
        return lexer.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
            lineStart = true;
            return;
        }
        if (lineStart && skippedLine.region(at, text.length()).lookingAt()) {
            at = skippedLine.end();
            return;
        }
        boolean first = lineStart;
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        lineStart = false;
        if (c == '\\') escape();
        else if (text.startsWith("//", at) || text.startsWith("/*", at)) comment();
        else if (Character.isJavaIdentifierStart(c)) token(end(Character::isJavaIdentifierPart));
        else if (Character.isDigit(c)) token(number());
        else if (comments == Comments.READ && (text.startsWith("*/", at) || first && c == '*')) at += text.startsWith("*/", at) ? 2 : 1; // a comment's edge
        else if (operator.region(at, text.length()).lookingAt()) token(operator.end());
        else if (text.startsWith("\"\"\"", at)) quote(3);
        else if (c == '"') quote(1);
        else token(at + 1);
    }

    /// In a string `\n` is white space and `\"` a quote, as in the code that the string holds.
    private void escape() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        at += next == 'n' || next == 't' || next == 'r' ? 2 : 1;
    }

    private void comment() {
        boolean block = text.charAt(at + 1) == '*';
        if (comments == Comments.READ) {
            at += 2;
            while (at < text.length() && text.charAt(at) == (block ? '*' : '/')) at++;
            return;
        }
        int end = text.indexOf(block ? "*/" : "\n", at + (block ? 2 : 0));
        int next = end < 0 ? text.length() : block ? end + 2 : end;
        for (; at < next; at++) if (text.charAt(at) == '\n') line++;
    }

    private interface Part {
        boolean has(char c);
    }

    private int end(Part part) {
        int end = at + 1;
        while (end < text.length() && part.has(text.charAt(end))) end++;
        return end;
    }

    /// A number ends before `..` and before a method's dot; `1e-3` and `0x1p-2` are one token.
    private int number() {
        boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
        int end = at + 1;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            char before = Character.toLowerCase(text.charAt(end - 1));
            boolean exponent = (c == '-' || c == '+') && (hex ? before == 'p' : before == 'e');
            boolean dot = c == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !exponent && !dot) break;
        }
        return end;
    }

    private void quote(int length) {
        tokens.add(new Token("\"", line, at));
        at += length;
    }

    private void token(int end) {
        tokens.add(new Token(text.substring(at, end), line, at));
        at = end;
    }
}
