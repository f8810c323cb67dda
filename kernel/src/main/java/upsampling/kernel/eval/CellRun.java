package upsampling.kernel.eval;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.StoppedException;

/// One run of one cell: cuts it into snippets, has them evaluated one after the other, and watches what JShell does not say by itself.
final class CellRun {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Session session;
    private final DidYouMean hints;
    private final int cell;
    private final Supplier<CellError> stopped;
    private final List<DeclarationSnippet> declared = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private Object value;
    private CellError error;

    /// @param session the notebook's state
    /// @param cell the number that positions name
    /// @param stopped asked for the error when the cell was stopped
    CellRun(Session session, int cell, Supplier<CellError> stopped) {
        this.session = session;
        this.shell = session.shell();
        this.analysis = session.analysis();
        this.hints = new DidYouMean(analysis);
        this.cell = cell;
        this.stopped = stopped;
    }

    /// Runs the cell up to its end or its first error.
    CellResult run(String source) {
        int start = 0;
        while (error == null && start < source.length()) {
            CompletionInfo info;
            try {
                info = analysis.analyzeCompletion(source.substring(start));
            } catch (StackOverflowError | InternalError _) { // the parser calls itself for every level
                error = tooDeep();
                break;
            }
            while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
                start++;
            }
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break; // blanks and comments
            }
            boolean complete = info.completeness().isComplete();
            evaluate(complete ? info.source() : source.substring(start), source, start);
            start = complete ? source.length() - info.remaining().length() : source.length();
        }
        warnOfUndefinedNames();
        return new CellResult(error == null ? rendered() : null, error, List.copyOf(warnings));
    }

    private CellError tooDeep() {
        String message = "cell " + cell + ": an expression is too deeply nested for the compiler; cut it into several statements, "
                + "or build it in a loop";
        return new CellError(CellError.COMPILE, message, List.of(message));
    }

    /// @param start where in the cell the snippet begins
    private void evaluate(String snippetSource, String cellSource, int start) {
        String text = snippetSource.stripLeading(); // blank lines above it would shift JShell's line numbers
        Positions.Place place = new Positions.Place(cell, Positions.lineOf(cellSource, start) - 1);
        value = null;
        List<SnippetEvent> events = shell.eval(text);
        Object returned = session.execution().takeValue();
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) { // an older snippet, updated because of this one
                warnOfReset(event);
                continue;
            }
            session.positions().put(snippet, place);
            if (event.status() == Snippet.Status.REJECTED) {
                error = CompileFailures.error(cellSource, start, cell, hints, shell.diagnostics(snippet).toList());
                return;
            }
            if (event.exception() != null && !session.threads().isStopping()) {
                error = session.failures().error(event.exception());
            }
            keep(snippet, returned);
        }
        if (session.threads().isStopping()) { // JShell takes a stopped snippet for a success
            error = stopped.get();
        }
    }

    private void keep(Snippet snippet, Object returned) {
        switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND -> {
                value = returned;
                session.execution().forget(session.analysis().wrapper(snippet).fullClassName(), ((VarSnippet) snippet).name());
                shell.drop(snippet); // every later snippet would import the variable $1, and read its class five times
            }
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> value = returned;
            default -> {
                if (snippet instanceof DeclarationSnippet declaration) {
                    declared.add(declaration);
                }
            }
        }
    }

    /// A class whose fields or signatures changed cannot be swapped: variables that use it are lost, which JShell does not say.
    private void warnOfReset(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet variable && event.status() != Snippet.Status.OVERWRITTEN) {
            warnings.add("variable " + variable.name() + " was reset, since what it uses has changed; run its cell again");
        }
    }

    /// JShell accepts a method or class that uses unknown names; said at the end of the cell, since a later line may define them.
    private void warnOfUndefinedNames() {
        for (DeclarationSnippet declaration : declared) {
            Snippet.Status status = shell.status(declaration);
            if (status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                String names = shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
                String hint = shell.unresolvedDependencies(declaration).map(hints::hint).filter(Objects::nonNull).distinct()
                        .collect(Collectors.joining("; "));
                warnings.add(declaration.name() + " uses undefined: " + names + (hint.isEmpty() ? "" : "; " + hint));
            }
        }
    }

    /// Renders on a thread of the cell: an endless `toString` can be stopped, and one that overflows the stack is an error like any other.
    private Bundle rendered() {
        if (value == null) {
            return null;
        }
        try {
            return session.execution().onCellThread(() -> ValueText.of(value));
        } catch (StoppedException _) {
            error = stopped.get();
        } catch (InvocationTargetException failure) {
            error = session.failures().error(failure.getCause());
        }
        return null;
    }
}
