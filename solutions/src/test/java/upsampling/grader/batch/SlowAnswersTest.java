package upsampling.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Task;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Scoring;
import upsampling.solutions.Solved;

/// Right answers that take three times as long as the reference keep all their points. All lessons with
/// `-Dcourse.full=true`, which `./course test --full` sets; otherwise lesson 1.
class SlowAnswersTest {
    private static final boolean IS_FULL = Boolean.getBoolean("course.full");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> threeTimesAsSlowIsStillRight() {
        return Solved.all().stream().filter(solved -> IS_FULL || LessonPlan.of(solved.lesson()).number() == 1)
            .map(solved -> dynamicTest(solved.lesson().getSimpleName(), () -> keepsAllPoints(solved))).toList();
    }

    private void keepsAllPoints(Solved solved) throws Exception {
        LessonPlan lesson = LessonPlan.of(solved.lesson()).withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
        Class<?> reference = solved.references().getFirst();
        String slow = reference.getPackageName() + ".ThreeTimes";
        Map<String, byte[]> classes = Canary.classesOf(reference);
        classes.put(slow, compiled(slow, source(reference, solved.lesson())));
        var budgets = new Budgets();
        try (var wall = new TestWall(folder, budgets); var host = wall.grader.host(0)) {
            for (TaskPlan task : lesson.tasks()) {
                budgets.measured(task.id(), Duration.ofMillis(host.run(task, reference.getName(), reference.getName(), Canary.classesOf(reference)).cpuMillis()));
            }
            for (TaskPlan task : lesson.tasks()) {
                TaskRun run = host.run(task, slow, slow, classes);
                var result = Scoring.score(task, "", run.observed(), run.ending(), Misconceptions.of(lesson.type(), lesson.number()));
                assertEquals(task.max(), result.score(), () -> "a false fail of task " + task.id() + ": " + result.message());
            }
        }
    }

    /// Returns the text of an answer that lets the reference work three times for each call.
    private static String source(Class<?> reference, Class<?> lesson) {
        var methods = new StringBuilder();
        for (Method method : lesson.getMethods()) {
            if (!method.isAnnotationPresent(Task.class)) continue;
            String call = "answer." + method.getName() + "(" + IntStream.range(0, method.getParameterCount()).mapToObj(i -> "a" + i).collect(Collectors.joining(", ")) + ");\n";
            Type[] types = method.getGenericParameterTypes();
            methods.append("    @Override public ").append(name(method.getGenericReturnType())).append(' ').append(method.getName())
                .append(IntStream.range(0, types.length).mapToObj(i -> name(types[i]) + " a" + i).collect(Collectors.joining(", ", "(", ") {\n")))
                .append(call).append(call).append("return ").append(call).append("}\n");
        }
        return "package " + reference.getPackageName() + ";\npublic final class ThreeTimes implements " + name(lesson) + " {\n    private final " + name(reference) + " answer = new "
            + name(reference) + "();\n" + methods + "}\n";
    }

    private static String name(Type type) {
        return type.getTypeName().replace('$', '.');
    }

    private byte[] compiled(String name, String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("sources").resolve(name)).resolve("ThreeTimes.java");
        Files.writeString(file, source);
        var said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", file.getParent().toString(), file.toString());
        assertEquals(0, code, () -> source + said.toString(StandardCharsets.UTF_8));
        return Files.readAllBytes(file.resolveSibling(name.replace('.', '/') + ".class"));
    }
}
