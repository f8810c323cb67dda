package upsampling.kernel.eval;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import upsampling.grader.Check;

/// One notebook session: runs cells, completes code, explains names. The Jupyter kernel, the in-process runner and the tests are three
/// front doors to it; it knows none of them.
///
/// ```java
/// try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard())) {
///     CellResult result = evaluator.run(1, "int[] a = {1, 2, 3};\na.length", output);
///     result.value().text();   // 3
/// }
/// ```
///
/// Cells run in this JVM, each on threads of its own. While an evaluator is open, `System.out`, `System.err`, `System.in` and
/// `Show.show` of those threads lead to the cell's [CellOutput]; all other threads print where they did before. Several evaluators may be
/// open at once, each used by one thread at a time.
public final class Evaluator implements AutoCloseable {
    /// Of an error of the kernel itself the learner sees enough to report it.
    private static final int INTERNAL_LINES = 20;

    private final EvaluatorOptions options;
    private final Session session;
    private final Definitions definitions;
    private final Assistance assistance;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("cell time limit").unstarted(task));
    private volatile boolean outOfTime;
    private boolean closed;

    private Evaluator(EvaluatorOptions options) {
        this.options = options;
        this.session = Session.open(options);
        this.definitions = new Definitions(session);
        this.assistance = new Assistance(session, options.parent());
        Console.get().open(session.threads());
        Check.stopThreadsWith(CellThreads::stopOnly); // so that an endless loop in an answer ends with its check
    }

    /// Starts a session. Takes 0.3 to 0.7 s.
    public static Evaluator start(EvaluatorOptions options) {
        return new Evaluator(options);
    }

    /// Runs a cell and waits for its end. Whatever the cell does, this returns.
    ///
    /// The cell ends at its first error; what it defined before stays defined. Everything it has printed and shown has
    /// reached the output when this returns, except what threads that it started print later. Of more than 10,000 lines or 1 MB the rest
    /// goes to a file, and the last line says so.
    ///
    /// @param cellNumber the number that errors name: `cell 3, line 5`
    /// @param source the cell
    /// @param output where its output goes
    /// @throws IllegalStateException if this evaluator is closed
    public CellResult run(int cellNumber, String source, CellOutput output) {
        return run(cellNumber, source, output, () -> false);
    }

    /// The same for a cell that had to wait, and may have been interrupted meanwhile: then none of it runs.
    ///
    /// @param interrupted asked when [#interrupt()] begins to reach this cell, so that no interrupt is lost in between
    public synchronized CellResult run(int cellNumber, String source, CellOutput output, BooleanSupplier interrupted) {
        if (closed) {
            throw new IllegalStateException("Evaluator: it is closed; start another one");
        }
        outOfTime = false;
        CappedOutput capped = new CappedOutput(output, cellNumber);
        CellGroup cell = session.threads().begin(cellNumber, capped, options.input());
        Console.get().enter(cell);
        if (interrupted.getAsBoolean()) {
            session.threads().stop(cell, () -> { });
        }
        Future<?> alarm = options.timeLimit() == null ? null
                : clock.schedule(() -> timeIsUp(cell), options.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return new CellRun(session, definitions, cellNumber, () -> stopped(cellNumber)).run(source);
        } catch (RuntimeException | Error failure) { // JShell's or ours: the session must go on
            return new CellResult(null, internal(failure), List.of());
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
            Console.get().leave(capped);
        }
    }

    /// Runs code that nobody asked for and forgets it: what the first cells would wait for, loading the compiler above all, is then done.
    /// Its output goes nowhere, and no name of it stays; a name that a cell has defined must not be defined in it.
    ///
    /// @param source whole snippets
    public synchronized void rehearse(String source) {
        if (closed) {
            return;
        }
        JShell shell = session.shell();
        Set<Snippet> before = shell.snippets().collect(Collectors.toSet());
        run(0, source, CellOutput.NONE);
        shell.snippets().filter(snippet -> !before.contains(snippet) && shell.status(snippet).isActive()).toList().forEach(definitions::drop);
    }

    /// Stops the running cell, whose [#run] then returns with an error named [CellError#INTERRUPTED], and every thread that cells have
    /// started. Nothing happens if none runs. May be called from any thread.
    public void interrupt() {
        session.threads().stop();
    }

    private void timeIsUp(CellGroup cell) {
        session.threads().stop(cell, () -> outOfTime = true);
    }

    private CellError stopped(int cellNumber) {
        String still = session.threads().leftBehind()
                ? "; a call into a library did not react and goes on in the background: restart the kernel to be rid of it"
                : "";
        if (!outOfTime) {
            String message = "interrupted" + still;
            return new CellError(CellError.INTERRUPTED, message, List.of(message));
        }
        String message = "cell " + cellNumber + " was stopped after " + seconds(options.timeLimit()) + " s, the time limit of a cell; "
                + "make it do less, or set " + EvaluatorOptions.SECONDS_VARIABLE + " to more seconds (0 = no limit) and start again" + still;
        return new CellError(CellError.TIME_LIMIT, message, List.of(message));
    }

    private static String seconds(Duration limit) {
        double seconds = limit.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }

    private CellError internal(Throwable failure) {
        List<String> lines = session.failures().traceback(failure);
        String message = "the kernel failed to run this cell, which is no fault of the cell: " + failure;
        lines.addFirst(message);
        return new CellError(CellError.INTERNAL, message, lines.subList(0, Math.min(INTERNAL_LINES, lines.size())));
    }

    /// What may follow at the cursor.
    ///
    /// @param code the cell
    /// @param cursor an index into it, `0..code.length()`
    public synchronized Completions complete(String code, int cursor) {
        return unlessTooDeep(() -> assistance.complete(code, cursor), new Completions(List.of(), cursor, cursor));
    }

    /// What the name at the cursor is: its signatures, each with its documentation if there is any.
    ///
    /// @param code the cell
    /// @param cursor an index into it, `0..code.length()`
    /// @return one text per signature; empty if nothing is known
    public synchronized List<String> documentation(String code, int cursor) {
        return unlessTooDeep(() -> assistance.documentation(code, cursor), List.of());
    }

    /// Whether the code could be run as it is; consoles ask it at the end of each line.
    public synchronized Completeness completeness(String code) {
        return unlessTooDeep(() -> assistance.completeness(code), Completeness.COMPLETE); // running it will say what is wrong
    }

    private static <T> T unlessTooDeep(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (StackOverflowError | InternalError failure) {
            if (CompilerLimits.isOverflow(failure)) {
                return otherwise;
            }
            throw failure;
        }
    }

    /// Ends the session and puts the JVM's streams back if it was the last. A running cell and its threads are stopped.
    @Override
    public void close() {
        session.threads().stop(); // before the lock, which a running cell holds
        synchronized (this) {
            if (!closed) {
                closed = true;
                end();
            }
        }
    }

    private void end() {
        clock.shutdownNow();
        Console.get().close(session.threads());
        session.shell().close();
    }
}
