package upsampling.grader.hunt;

import java.lang.reflect.Method;

import upsampling.grader.result.Counterexample;
import upsampling.grader.shrink.FailedCall;
import upsampling.grader.shrink.Oracles;
import upsampling.grader.shrink.Shrinker;

/// One input tried on a black box.
///
/// @param call the call in Java
/// @param outside why the task has no result for this input; empty if it has one
/// @param exposed how the box was wrong; null if it was right
public record Trial(String call, String outside, Counterexample exposed) {

    /// Calls the black box and the oracle.
    ///
    /// An input on which the oracle throws lies outside the task, and whatever a box does there exposes nothing.
    ///
    /// @param method the task
    /// @throws IllegalArgumentException unless the arguments have the method's types
    public static Trial of(Bug bug, Method method, Object... arguments) {
        requireTypes(method, arguments);
        Class<?> lesson = method.getDeclaringClass();
        var call = new FailedCall(method, arguments);
        String outside = call.refusedBy(Oracles.of(lesson));
        if (!outside.isEmpty()) return new Trial(call.text(), outside, null);
        return new Trial(call.text(), "", Shrinker.compare(call, bug.box(lesson), Oracles.of(lesson)));
    }

    private static void requireTypes(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fine = arguments.length == types.length;
        for (int i = 0; fine && i < types.length; i++) fine = boxed(types[i]).isInstance(arguments[i]);
        if (fine) return;
        var wanted = new StringBuilder();
        for (var parameter : method.getParameters()) {
            wanted.append(wanted.isEmpty() ? "" : ", ").append(parameter.getType().getSimpleName()).append(' ').append(parameter.getName());
        }
        var given = new StringBuilder();
        for (Object argument : arguments) given.append(given.isEmpty() ? "" : ", ").append(argument == null ? "null" : argument.getClass().getSimpleName());
        throw new IllegalArgumentException("tryOn: " + method.getName() + " takes (" + wanted + "), but was given (" + given + ")");
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
