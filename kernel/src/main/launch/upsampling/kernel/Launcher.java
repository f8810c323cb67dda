package upsampling.kernel;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/// Starts the kernel, or says that this Java is too old for it.
///
/// This class is compiled for Java 8, all others for Java 25: an older JVM would answer those with an `UnsupportedClassVersionError`, whose 20 lines
/// do not say what to do. It also is the manifest's `Launcher-Agent-Class`, since the JVM loads that one first, and hands over what it is given.
public final class Launcher {
    private static final int NEEDED = 25;
    private static Instrumentation instrumentation;

    private Launcher() { }

    /// Called by the JVM before `main`.
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /// Hands over to `Agent.agentmain` and `Kernel.main`. Ends with status 2 if this Java is too old.
    ///
    /// @param arguments the kernel's
    /// @throws Throwable what the kernel throws
    public static void main(String[] arguments) throws Throwable {
        String problem = problem(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (problem != null) {
            System.err.println(problem);
            System.exit(2);
        }
        try { // by name: a class for Java 8 cannot be compiled against one for Java 25
            if (instrumentation != null) {
                Class.forName("upsampling.kernel.eval.Agent").getMethod("agentmain", String.class, Instrumentation.class)
                        .invoke(null, "", instrumentation);
            }
            Class.forName("upsampling.kernel.Kernel").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /// What is wrong with a Java, in one line; null if nothing is.
    ///
    /// @param version of its specification: `1.8`, `17`, `25`
    /// @param home where it is
    static String problem(String version, String home) {
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        if (Integer.parseInt(feature) >= NEEDED) {
            return null;
        }
        return "This kernel needs Java " + NEEDED + " or newer, but was started with Java " + feature + " (" + home + "). Install a JDK " + NEEDED
                + ", then run ./course lab: it writes the path of that JDK into the kernel's kernel.json.";
    }
}
