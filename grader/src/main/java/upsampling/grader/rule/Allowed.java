package upsampling.grader.rule;

import java.util.List;
import java.util.Set;

import upsampling.grader.plan.TaskPlan;

/// What an answer may call: the language's own packages, the lesson's interface, and what the task lists in `@Uses`.
///
/// @param task whose list counts
final class Allowed {
    private static final Set<String> PACKAGES = Set.of("java.lang", "java.math", "java.text", "java.time", "java.util", "java.util.concurrent",
        "java.util.concurrent.atomic", "java.util.concurrent.locks", "java.util.function", "java.util.random", "java.util.regex", "java.util.stream");
    /// Printing while searching for a mistake is welcome.
    private static final Set<String> CLASSES = Set.of("java.io.PrintStream", "java.io.Serializable");
    /// Ways around the rule, and ways out of the virtual machine.
    private static final Set<String> REFUSED_CLASSES = Set.of("java.lang.ClassLoader", "java.lang.Module", "java.lang.ModuleLayer", "java.lang.Process",
        "java.lang.ProcessBuilder", "java.lang.ProcessHandle", "java.lang.StackWalker", "java.util.ServiceLoader");
    /// Some of their constructors open a file by its name. Whoever formats or prints has `String.format` and `System.out`.
    private static final Set<String> REFUSED_CONSTRUCTORS = Set.of("java.util.Formatter", "java.io.PrintStream");
    private static final Set<String> CLASS_METHODS = Set.of("cast", "desiredAssertionStatus", "equals", "getComponentType", "getEnumConstants",
        "getName", "getSimpleName", "getTypeName", "hashCode", "isArray", "isInstance", "toString");
    private static final Set<String> SYSTEM_METHODS = Set.of("load", "loadLibrary", "setErr", "setIn", "setOut", "setProperty", "setProperties");
    /// `exit` and `halt` are no way around anything: they cost the task where they are called.
    private static final Set<String> RUNTIME_METHODS = Set.of("availableProcessors", "exit", "freeMemory", "gc", "getRuntime", "halt", "maxMemory",
        "totalMemory");
    /// What the compiler itself calls for lambdas, string concatenation, records and switches.
    private static final Set<String> BOOTSTRAPS = Set.of("java.lang.invoke.LambdaMetafactory", "java.lang.invoke.StringConcatFactory",
        "java.lang.invoke.ConstantBootstraps", "java.lang.runtime.ObjectMethods", "java.lang.runtime.SwitchBootstraps");
    private static final List<String> RESERVED = List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "upsampling/", "org/junit/", "org/opentest4j/",
        "org/apiguardian/");

    private static final String OWN_WORK = "task %s asks you to write this yourself; of the library it may use %s";

    private final TaskPlan task;
    private final String lesson;

    Allowed(TaskPlan task) {
        this.task = task;
        lesson = task.method().getDeclaringClass().getName();
    }

    /// Whether a class of that internal name belongs to Java, JUnit or the course, so that no answer can bring its own.
    static boolean isReserved(String internalName) {
        for (String prefix : RESERVED) {
            if (internalName.startsWith(prefix)) return true;
        }
        return false;
    }

    static boolean bootstrap(String className) {
        return BOOTSTRAPS.contains(className);
    }

    /// Returns why a member may not be used, or null if it may.
    String refusal(String className, String member) {
        if (className.equals(lesson) || className.startsWith(lesson + "$")) return null;
        if (className.startsWith("upsampling.kernel.")) return null; // woven into cells by the kernel
        if (className.startsWith("upsampling.")) return libraryRefusal(className, member);
        boolean refused = REFUSED_CLASSES.contains(className) || member.equals("<init>") && REFUSED_CONSTRUCTORS.contains(className)
            || className.equals("java.lang.Class") && !CLASS_METHODS.contains(member)
            || className.equals("java.lang.System") && SYSTEM_METHODS.contains(member)
            || className.equals("java.lang.Runtime") && !RUNTIME_METHODS.contains(member);
        if (!refused && (PACKAGES.contains(packageOf(className)) || CLASSES.contains(className))) return null;
        return "task " + task.id() + " is solved with loops over the elements; beside java.lang and java.util it may use " + list();
    }

    private String libraryRefusal(String className, String member) {
        if (task.uses().except().contains(className + "#" + member)) {
            return OWN_WORK.formatted(task.id(), list());
        }
        for (String allowed : task.uses().allowed()) {
            if (className.equals(allowed) || className.startsWith(allowed + ".") || className.startsWith(allowed + "$")) return null;
        }
        return OWN_WORK.formatted(task.id(), list());
    }

    /// Returns `upsampling.tensor and upsampling.show, but not Window.outputSize`.
    private String list() {
        String allowed = String.join(" and ", task.uses().allowed());
        if (task.uses().except().isEmpty()) return allowed;
        List<String> except = task.uses().except().stream().map(name -> name.substring(name.lastIndexOf('.') + 1).replace('#', '.')).toList();
        return allowed + ", but not " + String.join(" or ", except);
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
