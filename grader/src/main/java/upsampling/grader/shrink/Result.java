package upsampling.grader.shrink;

import java.lang.reflect.InvocationTargetException;

import upsampling.grader.engine.Arguments;

/// What one call gave: a value, or an exception.
///
/// @param value the returned value
/// @param thrown what was thrown instead; null if it returned
record Result(Object value, Throwable thrown) {

    static Result of(FailedCall call, Object subject) {
        try {
            return new Result(call.method().invoke(subject, Arguments.copies(call.arguments())), null);
        } catch (InvocationTargetException e) {
            return new Result(null, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("shrink: " + call.method() + " cannot be called on " + subject.getClass().getName(), e);
        }
    }
}
