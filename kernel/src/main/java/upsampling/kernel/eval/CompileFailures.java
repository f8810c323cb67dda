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

    private CompileFailures() { }

    /// True for an error of the parser: the text is no Java, whatever its names mean.
    static boolean isSyntax(Diag diagnostic) {
        return diagnostic.isError() && PARSER.matcher(diagnostic.getCode()).find();
    }

    /// @param cell the cell's source
    /// @param offset where in it the snippet begins that does not compile
    /// @param number the cell's number
    /// @param diagnostics what the compiler said; notes such as "using incubating modules" have no position and are left out
    static CellError error(String cell, int offset, int number, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diag diagnostic : diagnostics) {
            if (!diagnostic.isError() || diagnostic.getStartPosition() < 0) {
                continue;
            }
            int before = lines.size();
            append(lines, cell, offset, number, diagnostic);
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

        String[] message = diagnostic.getMessage(Locale.ENGLISH).split("\\R");
        lines.add(top.ofLine(Positions.lineOf(cell, start)) + ": " + message[0]);
        lines.add("    " + cell.substring(lineStart, start) + MARK + cell.substring(start, spanEnd) + PLAIN + cell.substring(spanEnd, lineEnd));
        String indent = cell.substring(lineStart, start).replaceAll("[^\t]", " ");
        lines.add("    " + indent + "^".repeat(Math.max(1, spanEnd - start)));
        for (int i = 1; i < message.length; i++) {
            if (!message[i].matches("\\s*location: class\\s*")) { // JShell's own wrapper, which has no name
                lines.add(message[i]);
            }
        }
    }
}
