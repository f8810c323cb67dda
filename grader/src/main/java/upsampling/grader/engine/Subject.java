package upsampling.grader.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import upsampling.grader.shrink.FailedCall;

/// The answer as the tests see it: a proxy of the lesson's interface that remembers the last call and marks what the answer throws.
///
/// The answer gets copies of tensors and arrays, so one that writes into its arguments cannot change what a test compares with.
final class Subject implements InvocationHandler {
    private final Object answer;
    private volatile String lastCall = "";
    private volatile FailedCall last;

    private Subject(Object answer) {
        this.answer = answer;
    }

    static Subject of(Object answer) {
        return new Subject(answer);
    }

    /// Returns the object that a test method receives.
    Object as(Class<?> lesson) {
        return Proxy.newProxyInstance(lesson.getClassLoader(), new Class<?>[] {lesson}, this);
    }

    /// Returns the package of the answer's own class, without calling the answer.
    String packageName() {
        if (Proxy.isProxyClass(answer.getClass()) && Proxy.getInvocationHandler(answer) instanceof Elsewhere elsewhere) return elsewhere.packageName();
        return answer.getClass().getPackageName();
    }

    String lastCall() {
        return lastCall;
    }

    /// Returns the last call with its arguments, or null if there was none.
    FailedCall last() {
        return last;
    }

    void forgetCalls() {
        lastCall = "";
        last = null;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
        lastCall = Calls.text(method, arguments);
        last = new FailedCall(method, arguments);
        try {
            return method.invoke(answer, Arguments.copies(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RunEnded ended) throw ended;
            throw new AnswerThrew(e.getCause());
        }
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the answer";
        };
    }
}
