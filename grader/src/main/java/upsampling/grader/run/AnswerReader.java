package upsampling.grader.run;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import upsampling.grader.compile.AnswerCompiler;
import upsampling.grader.compile.AnswerCompiler.Outline;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// Finds the answers of a lesson in the learner's folder, compiles each, and sees which tasks it answers: those whose methods it overrides.
///
/// Classes are read, never loaded: no student code runs here.
final class AnswerReader {
    private static final List<String> RESERVED_PACKAGES = List.of("java.", "javax.", "jdk.", "sun.", "org.junit.", "org.opentest4j.", "upsampling.");
    private static final List<String> RESERVED_TYPES = List.of("Tensor", "DoubleTensor", "Shape", "Window", "Check");

    private final AnswerCompiler compiler;
    private final WorkFolder work;

    /// @param work a folder for classes
    AnswerReader(AnswerCompiler compiler, WorkFolder work) {
        this.compiler = compiler;
        this.work = work;
    }

    /// Returns the name of a lesson's folder and package, such as `lesson01`.
    static String folderName(LessonPlan lesson) {
        return String.format("lesson%02d", lesson.number());
    }

    /// Returns the answers of a lesson, ordered by file name.
    List<Answer> read(Path answers, LessonPlan lesson) throws IOException {
        Path folder = answers.resolve(folderName(lesson));
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file)).sorted().toList();
        }
        List<Answer> found = new ArrayList<>();
        for (Path file : files) found.add(readFile(file, lesson));
        return found;
    }

    private Answer readFile(Path file, LessonPlan lesson) throws IOException {
        Outline outline = compiler.outline(file);
        String refusal = refusal(outline, lesson);
        if (!refusal.isEmpty()) return new Answer(file, work.path(), "", namedTasks(file, outline, lesson), refusal, List.of());
        String expected = "answers." + folderName(lesson);
        boolean readable = !outline.packageName().isEmpty() || !outline.types().isEmpty(); // else the compiler says what is wrong
        if (readable && !outline.packageName().equals(expected)) {
            String given = outline.packageName().isEmpty() ? "names no package" : "says package " + outline.packageName() + ";";
            return new Answer(file, work.path(), "", namedTasks(file, outline, lesson), "",
                List.of(file.getFileName() + ":1: an answer of this lesson begins with package " + expected + "; but the file " + given));
        }
        Path classes = work.path().resolve(folderName(lesson)).resolve(file.getFileName().toString());
        List<String> errors = work.write(() -> compiler.compile(file, expected, Files.createDirectories(classes)));
        if (!errors.isEmpty()) return new Answer(file, classes, "", namedTasks(file, outline, lesson), "", errors);
        for (String type : outline.types()) {
            List<String> tasks = overridden(classes, expected + "." + type, lesson);
            if (!tasks.isEmpty()) return new Answer(file, classes, expected + "." + type, tasks, "", List.of());
        }
        return new Answer(file, classes, "", List.of(), "", List.of());
    }

    private static String refusal(Outline outline, LessonPlan lesson) {
        for (String reserved : RESERVED_PACKAGES) {
            if (!(outline.packageName() + ".").startsWith(reserved)) continue;
            return "the package " + outline.packageName() + " belongs to Java, JUnit or the course; an answer stands in answers." + folderName(lesson);
        }
        for (String type : outline.types()) {
            if (RESERVED_TYPES.contains(type) || type.equals(lesson.type().getSimpleName())) {
                return "the name " + type + " belongs to the course; give your class another one";
            }
        }
        return "";
    }

    /// Returns the tasks a file that does not compile is about: by the names of its methods, else by its own name.
    private static List<String> namedTasks(Path file, Outline outline, LessonPlan lesson) {
        List<String> byMethod = new ArrayList<>();
        List<String> byFile = new ArrayList<>();
        for (TaskPlan task : lesson.tasks()) {
            if (outline.methods().contains(task.method().getName())) byMethod.add(task.id());
            if (file.getFileName().toString().equals(starterName(task) + ".java")) byFile.add(task.id());
        }
        return byMethod.isEmpty() ? byFile : byMethod;
    }

    /// Returns the name of a task's starter, such as `MyMaxPool2d`.
    static String starterName(TaskPlan task) {
        String method = task.method().getName();
        return "My" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    /// Returns the tasks whose methods a compiled class declares, itself or in a class of its folder that it extends.
    private static List<String> overridden(Path classes, String type, LessonPlan lesson) throws IOException {
        List<String> tasks = new ArrayList<>();
        boolean implementsLesson = false;
        boolean first = true;
        String lessonName = lesson.type().getName().replace('.', '/');
        for (Path file = classFile(classes, type); Files.isRegularFile(file);) {
            ClassModel model = ClassFile.of().parse(file);
            if (first && (model.flags().has(AccessFlag.ABSTRACT) || model.flags().has(AccessFlag.INTERFACE))) return List.of();
            first = false;
            for (var implemented : model.interfaces()) implementsLesson |= implemented.asInternalName().equals(lessonName);
            for (TaskPlan task : lesson.tasks()) {
                if (!tasks.contains(task.id()) && declares(model, task)) tasks.add(task.id());
            }
            if (model.superclass().isEmpty()) break;
            file = classFile(classes, model.superclass().get().asInternalName());
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

    private static Path classFile(Path classes, String type) {
        return classes.resolve(type.replace('.', '/') + ".class");
    }
}
