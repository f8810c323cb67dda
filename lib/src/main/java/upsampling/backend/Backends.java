package upsampling.backend;

import java.util.concurrent.atomic.AtomicBoolean;

/// The backends by name, and the quickest one of this machine.
public final class Backends {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Backends() { }

    /// Returns the plain loops, which give the same digits on every machine.
    public static Backend scalar() {
        return ScalarBackend.INSTANCE;
    }

    /// Returns the fast backend of this machine's processor, with all its cores.
    ///
    /// @throws IllegalStateException if Java was started without the module that it needs; the message says how to start it
    public static Backend vector() {
        return VectorBackend.all();
    }

    /// Returns the quickest backend that there is. The first time, one line on standard output says which one that is, and why.
    public static Backend best() {
        boolean hasVectors = VectorBackend.isAvailable();
        if (SAID.compareAndSet(false, true)) System.out.println(choice(hasVectors, Runtime.getRuntime().availableProcessors()));
        return hasVectors ? vector() : scalar();
    }

    /// Returns the line about the choice.
    static String choice(boolean hasVectors, int processors) {
        return hasVectors ? "Computing on backend vector: %d %s.".formatted(processors, processors == 1 ? "core" : "cores")
            : "Computing on backend scalar, the plain loops: Java was started without --add-modules jdk.incubator.vector, which the fast backend needs.";
    }
}
