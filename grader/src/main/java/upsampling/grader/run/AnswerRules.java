package upsampling.grader.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

import upsampling.grader.compile.AnswerCompiler.Outline;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.rule.ClassBytes;

/// Which tasks a file answers, and why it may not be used. Classes are read, never loaded: no student code runs here.
public final class AnswerRules {
    private static final List<String> RESERVED_PACKAGES = List.of("java.", "javax.", "jdk.", "sun.", "org.junit.", "org.opentest4j.", "upsampling.");

    private AnswerRules() { }

    /// Returns the name of a lesson's folder and package, such as `lesson01`.
    public static String folderName(LessonPlan lesson) {
        return folderName(lesson.number());
    }

    /// Returns the name of a lesson's folder and package.
    ///
    /// @param lesson its number
    public static String folderName(int lesson) {
        return String.format("lesson%02d", lesson);
    }

    /// Returns the package of a lesson's answers, such as `answers.lesson01`.
    public static String packageName(LessonPlan lesson) {
        return "answers." + folderName(lesson);
    }

    /// Returns what becomes of a file that need not be compiled to know it: one that uses a name that is not its own, or says another package. Null for any other.
    ///
    /// @param file its name
    /// @param outline what it declares
    public static Answer beforeCompiling(String file, Outline outline, LessonPlan lesson) {
        List<String> tasks = namedTasks(file, outline, lesson);
        String refusal = refusal(outline, lesson);
        if (!refusal.isEmpty()) return new Answer(file, Answer.NO_CLASSES, "", tasks, refusal, List.of());
        if (!outline.isReadable() || outline.packageName().equals(packageName(lesson))) return null;
        String given = outline.packageName().isEmpty() ? "names no package" : "says package " + outline.packageName() + ";";
        return new Answer(file, Answer.NO_CLASSES, "", tasks, "",
            List.of(file + ":1: an answer of this lesson begins with package " + packageName(lesson) + "; but the file " + given));
    }

    /// Returns what becomes of a file that stopped the compiler.
    ///
    /// @param reason how
    public static Answer uncompilable(String file, String reason, LessonPlan lesson) {
        return new Answer(file, Answer.NO_CLASSES, "", namedTasks(file, new Outline("", List.of(), List.of()), lesson), "", List.of(file + ": " + reason));
    }

    /// Returns what a file answers now that it was compiled.
    ///
    /// @param errors the compiler's
    /// @param classes what it made
    /// @throws IllegalArgumentException if the classes are none: a compiler makes no such thing
    public static Answer compiled(String file, Outline outline, List<String> errors, ClassBytes classes, LessonPlan lesson) {
        if (!errors.isEmpty()) return new Answer(file, classes, "", namedTasks(file, outline, lesson), "", errors);
        for (String type : outline.types()) {
            String name = packageName(lesson) + "." + type;
            List<String> tasks = overridden(classes, name, lesson);
            if (!tasks.isEmpty()) return new Answer(file, classes, name, tasks, "", List.of());
        }
        return new Answer(file, classes, "", List.of(), "", List.of());
    }

    private static String refusal(Outline outline, LessonPlan lesson) {
        for (String reserved : RESERVED_PACKAGES) {
            if (!(outline.packageName() + ".").startsWith(reserved)) continue;
            return "the package " + outline.packageName() + " belongs to Java, JUnit or the course; an answer stands in " + packageName(lesson);
        }
        for (String type : outline.types()) {
            if (Reserved.isType(type, lesson)) {
                return "the name " + type + " belongs to the course; give your class another one";
            }
        }
        return "";
    }

    /// Returns the tasks a file that does not compile is about: by the names of its methods, else by its own name.
    private static List<String> namedTasks(String file, Outline outline, LessonPlan lesson) {
        List<String> byMethod = new ArrayList<>();
        List<String> byFile = new ArrayList<>();
        for (TaskPlan task : lesson.tasks()) {
            if (outline.methods().contains(task.method().getName())) byMethod.add(task.id());
            if (file.equals(starterFile(task))) byFile.add(task.id());
        }
        return byMethod.isEmpty() ? byFile : byMethod;
    }

    /// Returns the name of a task's starter, such as `MyMaxPool2d`.
    public static String starterName(TaskPlan task) {
        String method = task.method().getName();
        return "My" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    /// Returns the name of a task's starter file, such as `MyMaxPool2d.java`.
    static String starterFile(TaskPlan task) {
        return starterName(task) + ".java";
    }

    /// Returns the tasks whose methods a compiled class declares, itself or in a class of its folder that it extends.
    private static List<String> overridden(ClassBytes classes, String type, LessonPlan lesson) {
        List<String> tasks = new ArrayList<>();
        boolean implementsLesson = false;
        boolean first = true;
        String lessonName = lesson.type().getName().replace('.', '/');
        for (byte[] bytes = classes.of(type.replace('.', '/')); bytes != null;) {
            ClassModel model = ClassFile.of().parse(bytes);
            if (first && (model.flags().has(AccessFlag.ABSTRACT) || model.flags().has(AccessFlag.INTERFACE))) return List.of();
            first = false;
            for (var implemented : model.interfaces()) implementsLesson |= implemented.asInternalName().equals(lessonName);
            for (TaskPlan task : lesson.tasks()) {
                if (!tasks.contains(task.id()) && declares(model, task)) tasks.add(task.id());
            }
            if (model.superclass().isEmpty()) break;
            bytes = classes.of(model.superclass().get().asInternalName());
        }
        return implementsLesson ? tasks : List.of();
    }

    private static boolean declares(ClassModel model, TaskPlan task) {
        MethodType type = MethodType.methodType(task.method().getReturnType(), task.method().getParameterTypes());
        MethodTypeDesc wanted = type.describeConstable().orElseThrow();
        for (MethodModel method : model.methods()) {
            if (method.methodName().stringValue().equals(task.method().getName()) && method.methodTypeSymbol().equals(wanted)) return true;
        }
        return false;
    }
}
