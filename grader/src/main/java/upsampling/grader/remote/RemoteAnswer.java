package upsampling.grader.remote;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import upsampling.grader.Verdict;
import upsampling.grader.engine.Elsewhere;
import upsampling.grader.engine.Engine;
import upsampling.grader.engine.RunEnded;
import upsampling.grader.jail.Budget;
import upsampling.grader.jail.JailedProcess;
import upsampling.grader.result.Ending;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireTypes;
import upsampling.grader.wire.WireWriter;

/// An object of a lesson's interface whose methods are carried out behind the wall. What comes back is a claim about one return value and nothing more; it is rebuilt here
/// from numbers.
public final class RemoteAnswer implements InvocationHandler, Elsewhere {
    private final JailedProcess process;
    private final String packageName;
    private final List<Method> methods;
    private final Budget budget;
    private Call first;

    /// What was asked, and what came back.
    private record Call(WireWriter content, Frame reply) { }

    private RemoteAnswer(JailedProcess process, Class<?> lesson, String type, Budget budget) {
        this.process = process;
        packageName = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        methods = List.of(WireTypes.methodsOf(lesson));
        this.budget = budget;
    }

    /// Hands an answer over to the jailed machine and returns its stand-in.
    ///
    /// @param lesson the interface
    /// @param type the answer's class
    /// @param classes its byte code and that of its helpers, by name
    /// @param budget of all calls together
    /// @throws RunEnded if the object cannot be made
    public static Object create(JailedProcess process, Class<?> lesson, String type, Map<String, byte[]> classes, Budget budget) throws InterruptedException {
        var content = new WireWriter().text(lesson.getName()).text(type).number(classes.size());
        classes.forEach((name, bytes) -> content.text(name).bytes(bytes));
        Frame reply = process.ask(Frame.Kind.ANSWER, content, budget);
        var remote = new RemoteAnswer(process, lesson, type, budget);
        switch (reply.kind()) {
            case DONE -> { }
            case THREW -> throw new RunEnded(new Ending(Verdict.EXCEPTION, Engine.describe("The answer cannot be made: it", remote.thrown(reply).rebuilt())));
            default -> throw remote.unexpected(reply);
        }
        return Proxy.newProxyInstance(lesson.getClassLoader(), new Class<?>[] {lesson}, remote);
    }

    @Override
    public String packageName() {
        return packageName;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
        var content = new WireWriter().number(methods.indexOf(method));
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) content.value(types[i], arguments[i]);
        Frame reply = process.ask(Frame.Kind.CALL, content, budget);
        if (first == null) first = new Call(content, reply);
        return switch (reply.kind()) {
            case RESULT -> result(method, reply);
            case THREW -> throw thrown(reply).rebuilt();
            default -> throw unexpected(reply);
        };
    }

    /// Whether an answer that {@link #create} returned has been called.
    public static boolean wasCalled(Object answer) {
        return handler(answer).first != null;
    }

    /// Makes the very first call of an answer once more. One that remembers earlier calls gives something else now: another value, to the last bit, or another exception.
    ///
    /// @return whether it gives the same again; true if there was no call
    /// @throws RunEnded if it does not give anything any more
    public static boolean repeatsItself(Object answer) throws InterruptedException {
        RemoteAnswer remote = handler(answer);
        if (remote.first == null) return true;
        Frame before = remote.first.reply;
        Frame again = remote.process.ask(Frame.Kind.CALL, remote.first.content, remote.budget);
        if (before.kind() != again.kind()) return false;
        if (before.kind() == Frame.Kind.THREW) return remote.thrown(before).types().getFirst().equals(remote.thrown(again).types().getFirst());
        return Arrays.equals(before.payload(), again.payload());
    }

    private static RemoteAnswer handler(Object answer) {
        return (RemoteAnswer) Proxy.getInvocationHandler(answer);
    }

    private Object result(Method method, Frame reply) {
        try {
            var content = new WireReader(reply.payload());
            Object result = content.value(method.getReturnType());
            content.end();
            return result;
        } catch (WireFault fault) {
            throw broken(fault.getMessage());
        }
    }

    private RemoteThrown thrown(Frame reply) {
        try {
            return RemoteThrown.read(new WireReader(reply.payload()));
        } catch (WireFault fault) {
            throw broken(fault.getMessage());
        }
    }

    private RunEnded unexpected(Frame reply) {
        return broken("a reply of kind " + reply.kind());
    }

    private RunEnded broken(String how) {
        process.close();
        return RunEnded.crash(how);
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the answer behind the wall";
        };
    }
}
