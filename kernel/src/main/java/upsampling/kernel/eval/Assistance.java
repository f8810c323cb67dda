package upsampling.kernel.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Help while typing: completion, documentation, completeness. JShell looks at one snippet only, so the cell is cut first.
final class Assistance {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    Assistance(Session session) {
        this.shell = session.shell();
        this.analysis = session.analysis();
    }

    /// Completes at the end of the text before the cursor, with the names that the lines above it define.
    Completions complete(String code, int cursor) {
        CellScope scope = new CellScope(analysis, code, cursor);
        Set<String> options = new LinkedHashSet<>();
        int[] start = {cursor};
        scope.withImports(shell, () -> {
            for (String way : scope.around()) {
                suggest(scope, way, cursor, options, start);
            }
            if (options.isEmpty()) {
                suggest(scope, scope.alone(), cursor, options, start);
            }
        });
        return new Completions(List.copyOf(options), start[0], cursor);
    }

    private void suggest(CellScope scope, String code, int cursor, Set<String> options, int[] start) {
        int[] anchor = new int[1];
        for (Suggestion suggestion : analysis.completionSuggestions(code, code.length(), anchor)) {
            if (!scope.isForeign(suggestion.continuation(), code.substring(0, anchor[0]))) {
                options.add(suggestion.continuation());
                start[0] = cursor - (code.length() - anchor[0]);
            }
        }
    }

    /// At the cursor if it stands inside a call; else of the name under it, for which a call is opened: JShell answers inside calls only.
    List<String> documentation(String code, int cursor) {
        int start = lastSnippet(code, cursor);
        List<String> inside = texts(code.substring(start, cursor), cursor - start);
        if (!inside.isEmpty()) {
            return inside;
        }
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String call = code.substring(start, end) + "(";
        return texts(call, call.length());
    }

    private List<String> texts(String code, int cursor) {
        return analysis.documentation(code, cursor, true).stream().map(Assistance::text).distinct().toList();
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return javadoc == null || javadoc.isBlank() ? documentation.signature() : documentation.signature() + "\n" + javadoc.strip();
    }

    Completeness completeness(String code) {
        String rest = code;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return Completeness.COMPLETE;
                }
                case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
                    return Completeness.INCOMPLETE;
                }
                case UNKNOWN -> {
                    return Completeness.INVALID;
                }
                default -> { // "int 3x;" is complete for JShell, yet no Java; an unknown name may be defined above it in the same text
                    if (analysis.sourceToSnippets(info.source()).stream().flatMap(shell::diagnostics).anyMatch(CompileFailures::isSyntax)) {
                        return Completeness.INVALID;
                    }
                    rest = info.remaining();
                }
            }
        }
    }

    /// Where the snippet that the cursor stands in begins.
    private int lastSnippet(String code, int cursor) {
        int start = 0;
        CompletionInfo info = analysis.analyzeCompletion(code.substring(0, cursor));
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            start = cursor - info.remaining().length();
            info = analysis.analyzeCompletion(info.remaining());
        }
        return start;
    }
}
