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
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.StoppedException;

/// One run of one cell: cuts it into snippets, has them evaluated one after the other, and watches what JShell does not say by itself.
final class CellRun {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Session session;
    private final DidYouMean hints;
    private final Definitions definitions;
    private final int cell;
    private final Supplier<CellError> stopped;
    private final List<DeclarationSnippet> declared = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private Object value;
    private CellError error;

    /// @param session the notebook's state
    /// @param definitions what its names mean
    /// @param cell the number that positions name
    /// @param stopped asked for the error when the cell was stopped
    CellRun(Session session, Definitions definitions, int cell, Supplier<CellError> stopped) {
        this.session = session;
        this.shell = session.shell();
        this.analysis = session.analysis();
        this.hints = new DidYouMean(analysis);
        this.definitions = definitions;
        this.cell = cell;
        this.stopped = stopped;
    }

    /// Runs the cell up to its end or its first error.
    CellResult run(String source) {
        if (session.threads().isStopping()) {
            return new CellResult(null, stopped.get(), List.of());
        }
        CellSnippets snippets = new CellSnippets(analysis::analyzeCompletion, source);
        while (error == null) {
            CellSnippets.Part part;
            try {
                part = snippets.next();
            } catch (StackOverflowError | InternalError _) {
                error = CompilerLimits.tooDeep(new Positions.Place(cell, snippets.line() - 1));
                break;
            }
            if (part == null) {
                break;
            }
            evaluate(part, source);
        }
        warnOfUndefinedNames();
        return new CellResult(error == null ? rendered() : null, error, List.copyOf(warnings));
    }

    private void evaluate(CellSnippets.Part part, String source) {
        Positions.Place place = new Positions.Place(cell, part.line() - 1);
        value = null;
        List<SnippetEvent> events;
        try {
            events = shell.eval(part.source());
        } catch (StackOverflowError | InternalError failure) {
            if (!CompilerLimits.isOverflow(failure)) {
                throw failure;
            }
            definitions.compilerFailed(part.source());
            error = CompilerLimits.tooDeep(place);
            return;
        }
        Object returned = session.execution().takeValue();
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) { // an older snippet, updated because of this one
                warnOfReset(event);
                continue;
            }
            session.positions().put(snippet, place);
            if (event.status() == Snippet.Status.REJECTED) {
                error = CompileFailures.error(source, part.start(), cell, hints, shell.diagnostics(snippet).toList());
                definitions.refused(snippet).forEach(this::warnOfReset);
                return;
            }
            Diag limit = CompilerLimits.exceeded(shell, snippet);
            if (limit != null) {
                error = CompilerLimits.error(limit, part.source(), place);
                CompilerLimits.takeNewCompiler(shell, analysis);
                definitions.refused(snippet).forEach(this::warnOfReset);
                return;
            }
            if (event.exception() != null && !session.threads().isStopping()) {
                error = session.failures().error(event.exception());
            }
            keep(snippet, returned, place);
        }
        if (session.threads().isStopping()) { // JShell takes a stopped snippet for a success
            error = stopped.get();
        }
    }

    private void keep(Snippet snippet, Object returned, Positions.Place place) {
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
                    definitions.accepted(declaration, place);
                }
            }
        }
    }

    /// A class whose fields or signatures changed cannot be swapped: variables that use it are lost, which JShell does not say.
    private void warnOfReset(SnippetEvent event) {
        if (event.causeSnippet() != null && event.snippet() instanceof VarSnippet variable && event.status() != Snippet.Status.OVERWRITTEN
                && definitions.wasReset(variable)) {
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
