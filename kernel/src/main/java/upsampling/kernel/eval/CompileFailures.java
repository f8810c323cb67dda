package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/// Errors of the compiler as lines for the learner: where, the source line with the span marked, javac's words.
final class CompileFailures {
    private static final String MARK = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private static final Pattern PARSER = Pattern.compile("expected|illegal|premature|unclosed|not\\.stmt|without|orphaned");

    /// Of a long line so many characters are shown on each side of the error.
    private static final int AROUND = 200;
    private static final String CUT = "...";
    /// Of the methods that do not fit so many are listed: `append` has 13.
    private static final int CANDIDATES = 4;
    private static final Pattern CANDIDATE = Pattern.compile("    (?:method|constructor) .* is not applicable");

    private CompileFailures() { }

    /// True for an error of the parser: the text is no Java, whatever its names mean.
    static boolean isSyntax(Diag diagnostic) {
        return diagnostic.isError() && PARSER.matcher(diagnostic.getCode()).find();
    }

    /// @param cell the cell's source
    /// @param offset where in it the snippet begins that does not compile
    /// @param number the cell's number
    /// @param hints knows what to type instead
    /// @param diagnostics what the compiler said; notes such as "using incubating modules" have no position and are left out
    static CellError error(String cell, int offset, int number, DidYouMean hints, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diag diagnostic : diagnostics) {
            if (!diagnostic.isError() || diagnostic.getStartPosition() < 0) {
                continue;
            }
            int before = lines.size();
            append(lines, cell, offset, number, diagnostic);
            String hint = hints.hint(cell, offset, diagnostic);
            if (hint != null && !lines.contains(hint)) {
                lines.add(hint);
            }
            first = first == null ? lines.get(before) : first;
            if (isSyntax(diagnostic)) {
                break; // what javac makes of the rest of it only misleads
            }
        }
        if (first == null) {
            first = "cell " + number + " does not compile";
            lines.add(first);
        }
        return new CellError(CellError.COMPILE, first, lines);
    }

    private static void append(List<String> lines, String cell, int offset, int number, Diag diagnostic) {
        int start = Math.clamp(offset + diagnostic.getStartPosition(), 0, cell.length());
        int end = Math.clamp(offset + diagnostic.getEndPosition(), start, cell.length());
        int lineStart = cell.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = cell.indexOf('\n', start) < 0 ? cell.length() : cell.indexOf('\n', start);
        int spanEnd = Math.min(Math.max(end, start + 1), lineEnd); // javac gives some errors no width
        Positions.Place top = new Positions.Place(number, 0);
        // Of a line of a million characters only what is near the error is shown.
        int from = start - lineStart > AROUND ? start - AROUND : lineStart;
        int shownEnd = Math.min(spanEnd, start + AROUND);
        int to = Math.min(lineEnd, shownEnd + AROUND);
        String left = (from > lineStart ? CUT : "") + cell.substring(from, start);
        String right = cell.substring(shownEnd, to) + (to < lineEnd ? CUT : "");

        String[] message = diagnostic.getMessage(Locale.ENGLISH).split("\\R");
        lines.add(top.ofLine(Positions.lineOf(cell, start)) + ": " + message[0]);
        lines.add("    " + left + MARK + cell.substring(start, shownEnd) + PLAIN + right);
        lines.add("    " + left.replaceAll("[^\t]", " ") + "^".repeat(Math.max(1, shownEnd - start)));
        int candidates = 0;
        for (int i = 1; i < message.length; i++) {
            candidates += CANDIDATE.matcher(message[i]).lookingAt() ? 1 : 0;
            boolean isWrapper = message[i].matches("\\s*location: class\\s*"); // JShell's own, which has no name
            if (!isWrapper && candidates <= CANDIDATES) {
                lines.add(message[i]);
            }
        }
        if (candidates > CANDIDATES) {
            lines.add("    ... " + (candidates - CANDIDATES) + " more");
        }
    }
}
