package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// A cell up to the cursor as code that JShell's helpers can look at. They know one snippet and what earlier *runs* have defined; a learner
/// who types also uses what the lines above in the same cell define, which has not run yet.
///
/// The lines above are put around the last snippet: methods and classes become members of a class, variables and statements the beginning
/// of a method of it, which is not static: in a static one JShell offers no local variable. The last snippet is looked at in that method and, since it may be the head of a method itself, as a member.
final class CellScope {
    /// Names of the class and method around the snippet.
    static final String OWN_NAME = "cell$";
    /// Of a longer cell the nearest lines count.
    private static final int SNIPPETS = 100;
    /// The first word of a statement, up to the end of the text.
    private static final Pattern STATEMENT_BEGUN = Pattern.compile("(?:^|[;{}])\\s*(\\w*)\\z");
    private static final Pattern OF_OBJECT =
            Pattern.compile("(?:clone|equals|finalize|getClass|hashCode|notify|notifyAll|toString|wait)\\(");
    private static final String MODIFIERS = "(?:(?:@\\w+|public|protected|private|static|final|abstract|sealed|non-sealed|synchronized)\\s+)*";
    private static final Pattern TYPE_BEGUN = Pattern.compile(MODIFIERS + "@?(?:class|record|enum|interface)\\s+\\w");
    private static final Pattern METHOD_BEGUN =
            Pattern.compile(MODIFIERS + "(?:<[^()]*>\\s*)?(?!(?:new|return|throw)\\b)[\\w.]+(?:<[^()]*>)?[\\[\\]\\s]+\\w+\\s*\\([^()]*\\)[^;={]*\\{");
    private static final Pattern LEADING_COMMENTS = Pattern.compile("\\A(?:\\s+|//[^\\n]*|/\\*.*?\\*/)*", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\b");
    private static final Pattern IMPORT = Pattern.compile("import\\b");

    private final List<String> above = new ArrayList<>();
    private final String last;

    /// Cuts the code before the cursor.
    CellScope(SourceCodeAnalysis analysis, String code, int cursor) {
        List<String> sources = new ArrayList<>();
        String rest = code.substring(0, cursor);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            sources.add(info.source());
            rest = info.remaining();
            info = analysis.analyzeCompletion(rest);
        }
        last = rest.stripLeading();
        for (String source : sources.subList(Math.max(0, sources.size() - SNIPPETS), sources.size())) {
            above.add(LEADING_COMMENTS.matcher(source).replaceFirst("").strip());
        }
    }

    /// The last snippet alone, up to the cursor.
    String alone() {
        return last;
    }

    /// Ways to look at the last snippet, each a code that ends at the cursor: in a method below the lines above, and as a member beside it;
    /// only alone if it is an import.
    List<String> around() {
        if (IMPORT.matcher(last).lookingAt()) {
            return List.of(last);
        }
        String members = "class " + OWN_NAME + " { " + sources(true);
        String body = members + "void " + OWN_NAME + "() throws Throwable { " + sources(false);
        List<String> ways = new ArrayList<>(List.of(body + last, members + last));
        Matcher begun = STATEMENT_BEGUN.matcher(last);
        if (begun.find()) { // JShell knows local variables inside expressions only
            String asExpression = "Object " + OWN_NAME + " = " + begun.group(1);
            ways.add(body + last.substring(0, begun.start(1)) + asExpression);
            ways.add(members + last.substring(0, begun.start(1)) + asExpression);
        }
        return ways;
    }

    private String sources(boolean members) {
        return above.stream()
                .filter(source -> !IMPORT.matcher(source).lookingAt() && isMember(source) == members)
                .map(source -> source + "\n")
                .collect(Collectors.joining());
    }

    /// The definition of a class as a statement that defines a local one, which has the same syntax errors; other code as it is. For
    /// `sourceToSnippets`: of the name of a class that it has only seen, JShell keeps what `Definitions` must mend.
    static String asStatement(String source) {
        String code = LEADING_COMMENTS.matcher(source).replaceFirst("");
        return TYPE_BEGUN.matcher(code).lookingAt() ? "{ " + code.replaceFirst("\\A" + MODIFIERS, "") + "\n}" : source;
    }

    /// By its looks, for the reason that [#asStatement] gives.
    private static boolean isMember(String source) {
        return TYPE_BEGUN.matcher(source).lookingAt() || METHOD_BEGUN.matcher(source).lookingAt();
    }

    /// True if a name is Object's, which the class around the snippet inherits and a cell does not.
    boolean isForeign(String suggestion, String before) {
        return suggestion.startsWith(OWN_NAME)
                || OF_OBJECT.matcher(suggestion).lookingAt() && !before.endsWith(".") && !TYPE.matcher(last).find();
    }

    /// Puts the imports of the lines above in force while something is looked up, and takes them back: the cell has not run.
    void withImports(JShell shell, Runnable lookUp) {
        Set<String> present = shell.imports().map(line -> normal(line.source())).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Snippet> added = new ArrayList<>();
        for (String source : above) {
            if (IMPORT.matcher(source).lookingAt() && present.add(normal(source))) {
                for (SnippetEvent event : shell.eval(source)) {
                    if (event.causeSnippet() == null && event.status() == Snippet.Status.VALID) {
                        added.add(event.snippet());
                    }
                }
            }
        }
        try {
            lookUp.run();
        } finally {
            added.forEach(shell::drop);
        }
    }

    private static String normal(String importLine) {
        return importLine.replaceAll("[\\s;]+", " ").strip();
    }
}
