package upsampling.kernel.eval;

import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/// What is correct Java and yet cannot be compiled: the class file format has no room for it, or the compiler no stack.
final class CompilerLimits {
    private static final String LIMIT = "compiler.err.limit.";
    private static final String STRING = LIMIT + "string";
    private static final String CODE = LIMIT + "code";

    private CompilerLimits() { }

    /// What exceeds a limit of the format, if that is why the snippet was not compiled; else null. JShell does not reject such a snippet.
    static Diag exceeded(JShell shell, Snippet snippet) {
        if (shell.status(snippet) != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            return null;
        }
        return shell.diagnostics(snippet).filter(each -> each.getCode().startsWith(LIMIT)).findFirst().orElse(null);
    }

    /// @param diagnostic what [#exceeded] has found
    /// @param snippet the snippet
    /// @param place where it stands
    static CellError error(Diag diagnostic, String snippet, Positions.Place place) {
        String where = place.ofLine(Positions.lineOf(snippet, (int) Math.max(0, diagnostic.getStartPosition()))) + ": ";
        String what = diagnostic.getMessage(Locale.ENGLISH);
        String advice = "cut it into smaller parts";
        if (diagnostic.getCode().startsWith(STRING)) {
            TextLiterals.Text longest = TextLiterals.longest(snippet);
            boolean isIt = longest.bytes() > TextLiterals.MOST_BYTES;
            where = isIt ? place.ofLine(Positions.lineOf(snippet, longest.start())) + ": " : where;
            what = "a text written in a program may have at most " + number(TextLiterals.MOST_BYTES) + " bytes, but this one has "
                    + (isIt ? number(longest.bytes()) : "more") + "; the compiler joins \"a\" + \"b\" to one text";
            advice = "read it from a file, Files.readString(Path.of(\"...\")), or join shorter texts while the cell runs: String.join(\"\", a, b)";
        } else if (diagnostic.getCode().startsWith(CODE)) {
            what = "a method may have at most 65,535 bytes of compiled code, but this one has more";
            advice = "cut it into several methods or cells; fill a large array in a loop, or read its values from a file";
        }
        return new CellError(CellError.COMPILE, where + what, List.of(where + what, "    " + advice));
    }

    /// The error for code on which the compiler, which calls itself for every level of nesting, has overflown its stack.
    static CellError tooDeep(Positions.Place place) {
        String message = place.ofLine(1) + ": an expression is too deeply nested for the compiler; cut it into several statements, "
                + "or build it in a loop";
        return new CellError(CellError.COMPILE, message, List.of(message));
    }

    /// True if the compiler has overflown its stack.
    static boolean isOverflow(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StackOverflowError) {
                return true;
            }
        }
        return false;
    }

    /// Makes JShell take a new compiler. After a text that was too long the old one (JDK 25) refuses every class: its constant pool is not emptied.
    ///
    /// JShell keeps five used compilers, one for each list of options and more where one task runs inside another, and throws the oldest away. So the
    /// one that made the class files goes when five others are younger: one for documentation, two for a class that is not defined
    /// yet, two for code that is an expression or a type. None of this compiles to the end.
    static void takeNewCompiler(JShell shell, SourceCodeAnalysis analysis) {
        String call = "Math.max(";
        analysis.documentation(call, call.length(), false);
        shell.eval("class compiler$ extends undefined$ { }");
        analysis.sourceToSnippets("a < b");
    }

    private static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
