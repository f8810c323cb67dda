package upsampling.kernel.eval;

import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cuts a cell into snippets, one after the other.
///
/// JShell looks at all of the text it is given to find the end of the first snippet. To keep the cost of a long cell proportional to its length, it is
/// given the next few thousand characters only, and more of them if these do not settle where the snippet ends.
final class CellSnippets {
    /// Most cells are shorter; more of it is looked at again for each snippet.
    private static final int WINDOW = 2_000;
    private static final int GROWTH = 4;

    private final Function<String, CompletionInfo> analysis;
    private final String cell;
    private int start;
    private int line = 1;

    /// A snippet of the cell.
    ///
    /// @param source what JShell is to evaluate, without blanks before it: they would shift JShell's line numbers
    /// @param start where in the cell it begins
    /// @param line the line of the cell in which it begins, counted from 1
    record Part(String source, int start, int line) { }

    /// @param analysis JShell's `analyzeCompletion`
    /// @param cell what is to be cut
    CellSnippets(Function<String, CompletionInfo> analysis, String cell) {
        this.analysis = analysis;
        this.cell = cell;
    }

    /// The next snippet; what cannot be cut, as it is unfinished or wrong, is one snippet up to the end. Null if only blanks and comments are left.
    ///
    /// @throws StackOverflowError or InternalError if the parser gives up: it calls itself for every level of nesting
    Part next() {
        while (start < cell.length() && Character.isWhitespace(cell.charAt(start))) {
            advance(start + 1);
        }
        if (start == cell.length()) {
            return null;
        }
        int end;
        CompletionInfo info;
        long size = WINDOW;
        do {
            end = windowEnd(start + size);
            info = analysis.apply(cell.substring(start, end));
            size *= GROWTH;
        } while (end < cell.length() && !endsFor(info));

        if (info.completeness() == Completeness.EMPTY) {
            advance(cell.length());
            return null;
        }
        boolean complete = info.completeness().isComplete();
        Part part = new Part(complete ? info.source().stripLeading() : cell.substring(start), start, line);
        advance(complete ? end - info.remaining().length() : cell.length());
        return part;
    }

    /// The line of the cell, counted from 1, up to which it has been cut.
    int line() {
        return line;
    }

    /// The next place behind which no word is cut in two.
    private int windowEnd(long from) {
        for (long at = from; at < cell.length(); at++) {
            char c = cell.charAt((int) at);
            if (c == '\n' || c == ';') {
                return (int) at + 1;
            }
        }
        return cell.length();
    }

    /// True if the snippet ends there whatever follows the window: the first word after it is seen, which could be `else` or `catch`.
    private static boolean endsFor(CompletionInfo info) {
        if (!info.completeness().isComplete()) {
            return false;
        }
        String rest = info.remaining();
        int next = afterComments(rest);
        return next < rest.length() && !rest.startsWith("/*", next);
    }

    /// Where the first character stands that is neither blank nor in a comment; the place of the comment if that has no end.
    private static int afterComments(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0) {
                at = text.indexOf("*/", at + 2) + 2;
            } else {
                return at;
            }
        }
        return at;
    }

    private void advance(int to) {
        for (int i = start; i < to; i++) {
            if (cell.charAt(i) == '\n') {
                line++;
            }
        }
        start = to;
    }
}
