package upsampling.kernel.eval;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import jdk.jshell.execution.DirectExecutionControl;

/// Runs what JShell has compiled, in this JVM, so that cells see the class path, native libraries and each other's objects.
///
/// It differs from the JDK's `LocalExecutionControl` in five points: the value itself is kept and not only its text (JShell would call
/// `toString`); a re-defined method is swapped in place; the swapped code has stop checks too; a thread that a cell starts
/// is not waited for, and what it does not catch is not lost; a thread that cannot be stopped does not block the session.
final class Execution extends DirectExecutionControl {
    private final SnippetLoader loader;
    private final CellThreads threads;
    private Object value;

    Execution(SnippetLoader loader, CellThreads threads) {
        super(loader);
        this.loader = loader;
        this.threads = threads;
    }

    /// Hands over what the last snippet returned, null if it was a statement, and forgets it.
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /// Empties the variable of an unnamed result: its class stays loaded and would keep a large tensor for as long as the notebook is open.
    ///
    /// @param owner the class that JShell wrapped around it
    void forget(String owner, String variable) {
        try {
            Field field = field(owner, variable);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException | LinkageError _) {
            // the snippet failed before its class was loaded: nothing is kept
        }
    }

    /// The value of a variable; null if there is none.
    ///
    /// @param owner the class that JShell wrapped around it
    Object read(String owner, String variable) {
        try {
            return field(owner, variable).get(null);
        } catch (ReflectiveOperationException | LinkageError _) {
            return null;
        }
    }

    /// Gives a variable a value that [#read] has returned; nothing happens if it is not of its type any more.
    void write(String owner, String variable, Object newValue) {
        try {
            field(owner, variable).set(null, newValue);
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException | NullPointerException _) {
            // the class of the value was defined anew
        }
    }

    private Field field(String owner, String variable) throws ReflectiveOperationException {
        Field field = loader.findClass(owner).getField(variable);
        field.setAccessible(true); // the class is not public
        return field;
    }

    /// Runs code of the kernel that calls the learner's, such as `toString`, on a thread that can be stopped.
    ///
    /// @throws StoppedException if the cell was stopped
    /// @throws InvocationTargetException with what the code threw
    <T> T onCellThread(Callable<T> code) throws StoppedException, InvocationTargetException {
        try {
            return threads.call(code);
        } catch (StoppedCell _) {
            throw new StoppedException();
        } catch (ExecutionException failure) {
            throw new InvocationTargetException(failure.getCause());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            value = onCellThread(() -> snippet.invoke(null));
        } catch (InvocationTargetException failure) {
            boolean fromSnippet = failure.getCause() instanceof InvocationTargetException;
            throw fromSnippet ? (InvocationTargetException) failure.getCause() : failure;
        }
        return ""; // JShell wants a text; the value is taken from here
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Instrumentation instrumentation = Agent.instrumentation();
        if (instrumentation == null) {
            super.redefine(classes); // throws: JShell then loads a new class, and variables are reset
            return;
        }
        loader.redefine(classes, instrumentation);
        classesRedefined(classes);
    }

    @Override
    public void stop() {
        threads.stop();
    }
}
