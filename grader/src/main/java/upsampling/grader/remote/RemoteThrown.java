package upsampling.grader.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireReader;

/// What an answer threw behind the wall: names and numbers. No class of the other side is loaded; the exception is rebuilt as the nearest one of a closed list.
///
/// @param types the names of its class and of those that it extends, from the most special one
/// @param message what it says, or null
/// @param frames where it comes from
record RemoteThrown(List<String> types, String message, StackTraceElement[] frames) {
    private static final int MOST = 32;
    private static final Map<String, Function<String, Throwable>> KNOWN = Map.ofEntries(
        Map.entry("java.lang.ArithmeticException", ArithmeticException::new),
        Map.entry("java.lang.ArrayIndexOutOfBoundsException", ArrayIndexOutOfBoundsException::new),
        Map.entry("java.lang.ArrayStoreException", ArrayStoreException::new),
        Map.entry("java.lang.AssertionError", AssertionError::new),
        Map.entry("java.lang.ClassCastException", ClassCastException::new),
        Map.entry("java.lang.Error", Error::new),
        Map.entry("java.lang.ExceptionInInitializerError", ExceptionInInitializerError::new),
        Map.entry("java.lang.IllegalArgumentException", IllegalArgumentException::new),
        Map.entry("java.lang.IllegalCallerException", IllegalCallerException::new),
        Map.entry("java.lang.IllegalStateException", IllegalStateException::new),
        Map.entry("java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new),
        Map.entry("java.lang.NegativeArraySizeException", NegativeArraySizeException::new),
        Map.entry("java.lang.NoClassDefFoundError", NoClassDefFoundError::new),
        Map.entry("java.lang.NullPointerException", NullPointerException::new),
        Map.entry("java.lang.NumberFormatException", NumberFormatException::new),
        Map.entry("java.lang.OutOfMemoryError", OutOfMemoryError::new),
        Map.entry("java.lang.RuntimeException", RuntimeException::new),
        Map.entry("java.lang.StackOverflowError", StackOverflowError::new),
        Map.entry("java.lang.StringIndexOutOfBoundsException", StringIndexOutOfBoundsException::new),
        Map.entry("java.lang.UnsupportedOperationException", UnsupportedOperationException::new),
        Map.entry("java.util.ConcurrentModificationException", java.util.ConcurrentModificationException::new),
        Map.entry("java.util.InputMismatchException", java.util.InputMismatchException::new),
        Map.entry("java.util.NoSuchElementException", java.util.NoSuchElementException::new));

    static RemoteThrown read(WireReader content) throws WireFault {
        int count = content.number(MOST, "classes of an exception");
        if (count == 0) throw new WireFault("an exception has a class");
        List<String> types = new ArrayList<>();
        for (int i = 0; i < count; i++) types.add(content.text());
        String message = (String) content.value(String.class);
        StackTraceElement[] frames = new StackTraceElement[content.number(MOST, "frames of a stack")];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new StackTraceElement(content.text(), content.text(), (String) content.value(String.class), content.number());
        }
        content.end();
        return new RemoteThrown(types, message, frames);
    }

    /// Returns an exception of the nearest known class; of one that is not known the message begins with its name.
    Throwable rebuilt() {
        for (int i = 0; i < types.size(); i++) {
            Function<String, Throwable> constructor = KNOWN.get(types.get(i));
            if (constructor == null) continue;
            Throwable thrown = constructor.apply(i == 0 ? message : named());
            thrown.setStackTrace(frames);
            return thrown;
        }
        var thrown = new RuntimeException(named(), null); // a checked exception, thrown past the compiler
        thrown.setStackTrace(frames);
        return thrown;
    }

    private String named() {
        String name = types.getFirst().substring(types.getFirst().lastIndexOf('.') + 1);
        return message == null ? name : name + ": " + message;
    }
}
