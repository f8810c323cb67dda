package upsampling.cli.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

import upsampling.kernel.notebook.Notebook;

/// Cuts the cells of a lesson into snippets, the statements and declarations that JShell runs one by one, and says of each which names it reads and
/// which it may change. With that, a claim can be traced back to the operators its numbers come from.
final class LessonSnippets {
    private static final Pattern NOT_CODE = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|//[^\n]*|/\\*.*?\\*/");
    private static final Pattern LEADING_COMMENTS = Pattern.compile("(?s)^(\\s*(//[^\n]*(\n|$)|/\\*.*?\\*/))+");
    /// A name that is no member of something else.
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    /// A name at the beginning of a statement: what is assigned to, or whose method is called.
    private static final Pattern TARGET = Pattern.compile("(?:^|[;{})])\\s*([A-Za-z_]\\w*)\\s*(?=[.\\[=+\\-*/%&|^])");
    private static final Pattern CLAIM = Pattern.compile("(?<![.\\w])claim(Close)?\\(");

    /// One snippet.
    ///
    /// @param cell where it stands
    /// @param number of the cell among the code cells, from 1
    /// @param reads the names in it
    /// @param changes the names it declares, assigns to, or calls methods of
    /// @param declares whether it declares what it changes
    /// @param claims whether a claim is in it
    record Part(Notebook.Cell cell, int number, String source, Set<String> reads, Set<String> changes, boolean declares, boolean claims) { }

    private LessonSnippets() { }

    /// Returns the snippets of a lesson. Left out are cells that fail on purpose, those where the learner's answer is checked, and what only draws:
    /// snippets of figures that define nothing a later one needs.
    static List<Part> of(Notebook lesson) {
        List<Part> parts = new ArrayList<>();
        try (JShell shell = JShell.create()) {
            int number = 0;
            for (Notebook.Cell cell : lesson.cells()) {
                if (!cell.isCode()) continue;
                number++;
                if (cell.hasTag("raises-exception") || cell.hasTag("task")) continue;
                cut(shell.sourceCodeAnalysis(), cell, number, parts);
            }
        }
        Set<String> defined = new HashSet<>();
        for (Part part : parts) if (part.declares()) defined.addAll(part.changes());
        for (Part part : parts) part.changes().retainAll(defined); // the others are variables of loops
        return withoutDrawing(parts);
    }

    private static List<Part> withoutDrawing(List<Part> parts) {
        LinkedList<Part> kept = new LinkedList<>();
        Set<String> needed = new HashSet<>();
        for (Part part : parts.reversed()) {
            if (part.cell().hasTag("figure") && part.changes().stream().noneMatch(needed::contains)) continue;
            needed.addAll(part.reads());
            kept.addFirst(part);
        }
        return kept;
    }

    private static void cut(SourceCodeAnalysis analysis, Notebook.Cell cell, int number, List<Part> parts) {
        String rest = cell.source();
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            boolean complete = info.completeness().isComplete();
            String source = complete ? info.source() : rest;
            rest = complete ? info.remaining() : "";
            source = LEADING_COMMENTS.matcher(source).replaceFirst(""); // behind a comment JShell finds no declaration
            if (!source.isBlank()) parts.add(part(analysis, cell, number, source.strip()));
        }
    }

    private static Part part(SourceCodeAnalysis analysis, Notebook.Cell cell, int number, String source) {
        String code = NOT_CODE.matcher(source).replaceAll(" ");
        Set<String> reads = names(NAME, 0, code);
        Set<String> changes = new HashSet<>();
        boolean declares = false;
        for (Snippet snippet : analysis.sourceToSnippets(source.replaceFirst("^var\\b", "Object"))) { // of var, JShell knows no name before it is run
            if (!(snippet instanceof DeclarationSnippet declaration) || snippet instanceof ImportSnippet) continue;
            changes.add(declaration.name());
            declares = true;
        }
        if (declares) reads.removeAll(changes);
        else changes.addAll(names(TARGET, 1, code));
        return new Part(cell, number, source, reads, changes, declares, CLAIM.matcher(code).find());
    }

    private static Set<String> names(Pattern pattern, int group, String code) {
        Set<String> names = new HashSet<>();
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) names.add(matcher.group(group));
        return names;
    }
}
