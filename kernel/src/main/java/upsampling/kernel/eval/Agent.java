package upsampling.kernel.eval;

import java.lang.instrument.Instrumentation;

/// Receives the JVM's means to swap method bodies, which keeps a notebook's variables when a method is defined again.
///
/// The manifest of the kernel's jar names `Launcher` as `Launcher-Agent-Class`: started with `-jar`, it calls [#agentmain] before
/// the kernel's `main`, and the AOT cache stays in force. `-javaagent` works with any class path, but switches that cache off. Without
/// either, everything else works, and a re-defined method resets the variables that were computed with it (which is said).
public final class Agent {
    private static volatile Instrumentation instrumentation;

    private Agent() { }

    /// Called by `Launcher`, before the kernel begins.
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /// Called by the JVM for `-javaagent`, before `main`.
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /// The means to swap method bodies, or null if the JVM was started without the agent.
    public static Instrumentation instrumentation() {
        return instrumentation;
    }
}
