package upsampling.kernel.eval;

import java.util.ArrayList;
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
    private final LibrarySources sources;

    /// @param library has the jars of the course with their sources
    Assistance(Session session, ClassLoader library) {
        this.shell = session.shell();
        this.analysis = session.analysis();
        this.sources = new LibrarySources(library);
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

    /// Of the name at the cursor if there is one; else of the call whose parentheses the cursor stands in.
    List<String> documentation(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        List<String> found = List.of();
        if (start < end && Character.isJavaIdentifierStart(code.charAt(start))) {
            boolean isCall = code.substring(end).stripLeading().startsWith("(");
            found = isCall ? texts(code, end, "(") : texts(code, end, "");
            if (found.isEmpty()) { // JShell explains a method inside its call only
                found = isCall ? texts(code, end, "") : texts(code, end, "(");
            }
        }
        return found.isEmpty() ? texts(code, cursor, "") : found;
    }

    /// The documentation at the end of the code up to the cursor and what is added to it.
    private List<String> texts(String code, int cursor, String added) {
        CellScope scope = new CellScope(analysis, code, cursor);
        Set<String> texts = new LinkedHashSet<>();
        scope.withImports(shell, () -> {
            List<String> ways = new ArrayList<>(scope.around());
            ways.add(scope.alone());
            for (int i = 0; i < ways.size() && texts.isEmpty(); i++) {
                String way = ways.get(i) + added;
                analysis.documentation(way, way.length(), true).forEach(documentation -> texts.add(text(documentation)));
            }
        });
        return List.copyOf(texts);
    }

    private String text(Documentation documentation) {
        String title = Signature.readable(documentation.signature());
        String comment = documentation.javadoc();
        if (comment == null || comment.isBlank()) {
            Signature signature = Signature.of(title);
            comment = signature == null ? null : sources.comment(signature);
        }
        return comment == null || comment.isBlank() ? title : title + "\n" + JavadocText.plain(comment);
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
                    if (analysis.sourceToSnippets(CellScope.asStatement(info.source())).stream().flatMap(shell::diagnostics).anyMatch(CompileFailures::isSyntax)) {
                        return Completeness.INVALID;
                    }
                    rest = info.remaining();
                }
            }
        }
    }
}
