package upsampling.grader.shrink;

import java.lang.reflect.Method;

/// The call of a task that gave a wrong result.
///
/// @param method the task, a method of the lesson's interface
/// @param arguments what it was called with; never changed
public record FailedCall(Method method, Object[] arguments) {
    /// A method without parameters has no arguments rather than null, as reflection has it.
    public FailedCall {
        arguments = arguments == null ? new Object[0] : arguments;
    }

    /// Returns the call in Java, to be typed in again.
    public String text() {
        return Literals.call(this);
    }

    /// Returns why an oracle has no result for this call; empty if it has one.
    public String refusedBy(Object oracle) {
        Throwable thrown = Result.of(this, oracle).thrown();
        return thrown == null ? "" : thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    /// Returns the same task with other arguments.
    FailedCall with(Object[] others) {
        return new FailedCall(method, others);
    }
}
