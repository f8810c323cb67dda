package upsampling.grader.jailed;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireLimits;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireTypes;
import upsampling.grader.wire.WireWriter;

/// Holds an answer and calls it. It knows no tests, no expected values and no points; the grader asks for one call after the other.
public final class AnswerHost {
    private static final int MOST_CLASSES = 10_000;

    private final Requests requests;
    private Class<?> lesson;
    private Method[] methods;
    private final int threads = Thread.activeCount();
    private Object answer;

    private AnswerHost(Requests requests) {
        this.requests = requests;
    }

    /// Serves requests until the input ends.
    ///
    /// @throws IOException if a request is none, or a reply cannot be written
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var host = new AnswerHost(Requests.open());
        while (true) host.serve(host.requests.next());
    }

    private void serve(Frame request) throws IOException {
        var content = new WireReader(request.payload());
        switch (request.kind()) {
            case ANSWER -> takeAnswer(request.number(), content);
            case CALL -> call(request.number(), content);
            case OVER -> {
                System.err.print("\n" + content.text() + "\n"); // by this line the grader knows what belongs to which task
                requests.reply(Frame.Kind.DONE, request.number(), new WireWriter().number(Math.max(0, Thread.activeCount() - threads)));
            }
            default -> throw new WireFault("the holder of an answer is not asked for " + request.kind());
        }
    }

    private void takeAnswer(int number, WireReader content) throws IOException {
        answer = null;
        Map<String, byte[]> classes = new HashMap<>();
        try {
            lesson = Class.forName(content.text());
        } catch (ClassNotFoundException e) {
            throw new WireFault("there is no lesson " + e.getMessage());
        }
        methods = WireTypes.methodsOf(lesson);
        String type = content.text();
        int count = content.number(MOST_CLASSES, "classes");
        for (int i = 0; i < count; i++) classes.put(content.text(), content.bytes(WireLimits.FRAME, "bytes of a class"));
        content.end();
        try {
            Constructor<?> constructor = Class.forName(type, true, new AnswerLoader(classes)).getDeclaredConstructor();
            constructor.setAccessible(true);
            answer = constructor.newInstance();
            requests.reply(Frame.Kind.DONE, number, new WireWriter());
        } catch (InvocationTargetException e) {
            requests.reply(Frame.Kind.THREW, number, ThrownReport.of(e.getCause()));
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            requests.reply(Frame.Kind.THREW, number, ThrownReport.of(e));
        }
    }

    private void call(int number, WireReader content) throws IOException {
        Method method = methods[content.number(methods.length - 1, "a method's number")];
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) arguments[i] = content.value(types[i]);
        content.end();
        WireWriter result;
        try {
            result = new WireWriter().value(method.getReturnType(), method.invoke(answer, arguments));
        } catch (InvocationTargetException e) {
            requests.reply(Frame.Kind.THREW, number, ThrownReport.of(e.getCause()));
            return;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("AnswerHost: " + method + " cannot be called", e);
        }
        requests.reply(Frame.Kind.RESULT, number, result);
    }
}
