package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.engine.Engine;
import upsampling.grader.hint.Misconception;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.hunt.Bug;
import upsampling.grader.hunt.Bugs;
import upsampling.grader.hunt.Trial;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.TaskResult;
import upsampling.grader.shrink.FailedCall;
import upsampling.grader.shrink.Oracles;
import upsampling.grader.shrink.Shrinker;

/// The black boxes of the bug hunt: every known-wrong answer that an input can expose, packed beside the lesson's interface.
///
/// `-Dgate.rewrite=true` packs them again. A box is compared by what it does, not byte for byte: another release of the compiler may write other bytes.
class BugsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("../exercises/src/main/resources");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theBoxesOfALessonAreItsKnownWrongAnswers() {
        return Solved.all().stream().map(solved -> DynamicTest.dynamicTest(solved.lesson().getSimpleName(), () -> {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            Path file = RESOURCES.resolve(solved.lesson().getPackageName().replace('.', '/')).resolve(Bugs.fileName(lesson.number()));
            List<Class<?>> huntable = new ArrayList<>();
            for (Class<?> wrong : solved.wrong()) if (input(solved, wrong) != null) huntable.add(wrong);
            if (Boolean.getBoolean("gate.rewrite")) Files.writeString(file, pack(huntable).toJson());
            List<String> expected = huntable.stream().map(wrong -> wrong.getAnnotation(KnownWrong.class)).map(wrong -> wrong.task() + "/" + wrong.hint()).toList();
            List<String> packed = Bugs.parse(Files.readString(file)).all().stream().map(bug -> bug.task() + "/" + bug.name()).toList();
            assertEquals(expected, packed, () -> file + " is out of date; run the gate with -Dgate.rewrite=true");
        }));
    }

    @TestFactory
    Stream<DynamicTest> aBoxDoesWhatItsWrongAnswerDoes() {
        return boxes((solved, bug) -> {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            TaskPlan task = lesson.task(bug.task());
            TaskResult result = new Grading(Misconceptions.NONE, Seed.DEFAULT, null).grade(task, bug.box(solved.lesson()));
            Misconception known = Misconceptions.of(solved.lesson(), lesson.number()).of(bug.task()).stream().filter(one -> one.name().equals(bug.name()))
                .findFirst().orElseThrow();
            for (int i = 0; i < result.parts().size(); i++) {
                String part = task.parts().get(i).name();
                Outcome outcome = result.parts().get(i).observed().outcome();
                assertTrue(known.explains(part, outcome), () -> part + " of " + bug.name() + " differs; run the gate with -Dgate.rewrite=true");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> itsSmallestCounterexampleExposesABoxAndNoOtherNameIsGivenAway() {
        return boxes((solved, bug) -> {
            Class<?> wrong = solved.wrong().stream().filter(type -> type.getAnnotation(KnownWrong.class).task().equals(bug.task())
                && type.getAnnotation(KnownWrong.class).hint().equals(bug.name())).findFirst().orElseThrow();
            Trial trial = Trial.of(bug, LessonPlan.of(solved.lesson()).task(bug.task()).method(), input(solved, wrong).arguments());
            assertNotNull(trial.exposed(), trial.call());
            for (Map.Entry<String, byte[]> one : bug.classes().entrySet()) {
                assertTrue(one.getKey().startsWith("Box"), one.getKey());
                assertFalse(new String(one.getValue(), StandardCharsets.ISO_8859_1).contains(wrong.getSimpleName()), "the class file names " + wrong.getSimpleName());
            }
        });
    }

    /// Returns an input that exposes a wrong answer; null if it is wrong only where the task has no result.
    private static FailedCall input(Solved solved, Class<?> wrong) throws ReflectiveOperationException {
        TaskPlan task = LessonPlan.of(solved.lesson()).task(wrong.getAnnotation(KnownWrong.class).task());
        Object answer = wrong.getDeclaredConstructor().newInstance();
        Object oracle = Oracles.of(solved.lesson());
        FailedCall smallest = Shrinker.shrink(Engine.run(task, answer, Seed.DEFAULT, _ -> { }).failed(), answer, oracle, _ -> { });
        return smallest.refusedBy(oracle).isEmpty() ? smallest : null;
    }

    private Bugs pack(List<Class<?>> answers) throws IOException {
        List<Bug> bugs = new ArrayList<>();
        for (Class<?> answer : answers) {
            KnownWrong declared = answer.getAnnotation(KnownWrong.class);
            bugs.add(new Bug(declared.task(), declared.hint(), compile(answer)));
        }
        return new Bugs(bugs);
    }

    /// Compiles a wrong answer as `Box` in no package, without names of files, lines and variables.
    private Map<String, byte[]> compile(Class<?> answer) throws IOException {
        Path box = Files.createDirectories(folder.resolve(answer.getSimpleName()));
        String source = Files.readString(SOURCES.resolve(answer.getName().replace('.', '/') + ".java")).replaceFirst("package [^;]+;", "")
            .replaceAll("(?m)^@KnownWrong.*$", "").replaceFirst("import upsampling.solutions.KnownWrong;", "")
            .replaceAll("\\b" + answer.getSimpleName() + "\\b", "Box");
        Path file = Files.writeString(box.resolve("Box.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-g:none", "-d", box.toString(), "-cp", System.getProperty("java.class.path"));
            assertTrue(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file)).call(), "cannot be compiled: " + source);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (Stream<Path> made = Files.list(box)) {
            List<Path> sorted = new ArrayList<>(made.filter(f -> f.toString().endsWith(".class")).sorted().toList());
            sorted.sort(Comparator.comparing(f -> !f.endsWith("Box.class"))); // the answer itself first
            for (Path one : sorted) {
                classes.put(one.getFileName().toString().replace(".class", ""), Files.readAllBytes(one));
            }
        }
        return classes;
    }

    private interface BoxCheck {
        void run(Solved solved, Bug bug) throws Exception;
    }

    private static Stream<DynamicTest> boxes(BoxCheck check) {
        return Solved.all().stream().flatMap(solved -> Bugs.of(solved.lesson(), LessonPlan.of(solved.lesson()).number()).all().stream()
            .map(bug -> DynamicTest.dynamicTest(bug.task() + "/" + bug.name(), () -> check.run(solved, bug))));
    }
}
