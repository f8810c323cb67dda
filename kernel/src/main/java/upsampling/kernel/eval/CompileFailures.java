package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/// Errors of the compiler as lines for the learner: where, the source line with the span marked, javac's words.
final class CompileFailures {
    private static final String MARK = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private CompileFailures() { }

    /// @param source the snippet, as it was compiled
    /// @param diagnostics what the compiler said; notes such as "using incubating modules" have no position and are left out
    static CellError error(String source, Positions.Place place, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diag diagnostic : diagnostics) {
            if (!diagnostic.isError() || diagnostic.getStartPosition() < 0) {
                continue;
            }
            int before = lines.size();
            append(lines, source, place, diagnostic);
            first = first == null ? lines.get(before) : first;
        }
        if (first == null) {
            first = "the code does not compile: " + source.strip();
            lines.add(first);
        }
        return new CellError(CellError.COMPILE, first, lines);
    }

    private static void append(List<String> lines, String source, Positions.Place place, Diag diagnostic) {
        int start = Math.clamp(diagnostic.getStartPosition(), 0, source.length());
        int end = Math.clamp(diagnostic.getEndPosition(), start, source.length());
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', start) < 0 ? source.length() : source.indexOf('\n', start);
        int spanEnd = Math.min(end, lineEnd);
        int line = 1 + (int) source.substring(0, start).chars().filter(c -> c == '\n').count();

        String[] message = diagnostic.getMessage(Locale.ENGLISH).split("\\R");
        lines.add(place.ofLine(line) + ": " + message[0]);
        lines.add("    " + source.substring(lineStart, start) + MARK + source.substring(start, spanEnd) + PLAIN
                + source.substring(spanEnd, lineEnd));
        String indent = source.substring(lineStart, start).replaceAll("[^\t]", " ");
        lines.add("    " + indent + "^".repeat(Math.max(1, spanEnd - start)));
        for (int i = 1; i < message.length; i++) {
            if (!message[i].matches("\\s*location: class\\s*")) { // JShell's own wrapper, which has no name
                lines.add(message[i]);
            }
        }
    }
}
