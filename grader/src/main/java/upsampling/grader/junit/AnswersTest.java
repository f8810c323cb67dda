package upsampling.grader.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import upsampling.grader.Grading;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.AnswerRules;
import upsampling.grader.run.Report;

/// Grades the compiled answers on the class path in this virtual machine, one test for each task: in an IDE, with its debugger, and in
/// `mvn test`. The learner's project holds an empty class that extends it.
///
/// There is no time limit, since a debugger would run into it; `./course check` has one.
public abstract class AnswersTest {

    /// One test for each task of each answer; a task that is not started is skipped.
    @TestFactory
    Stream<DynamicTest> tasks() {
        List<DynamicTest> tests = new ArrayList<>();
        for (LessonPlan lesson : Lessons.all()) {
            var grading = new Grading(Misconceptions.of(lesson.type(), lesson.number()), Seed.DEFAULT, null);
            for (Class<?> answer : answers(lesson)) {
                for (TaskPlan task : lesson.answeredBy(answer)) {
                    String name = task.id() + " " + task.title() + " (" + answer.getSimpleName() + ")";
                    tests.add(DynamicTest.dynamicTest(name, () -> judge(grading.grade(task, instance(answer)))));
                }
            }
        }
        return tests.stream();
    }

    private static void judge(TaskResult result) {
        if (result.verdict().passed()) return;
        if (result.verdict() == Verdict.NOT_STARTED) throw new TestAbortedException(result.id() + " is not started");
        throw new AssertionFailedError("\n" + new Report(List.of(result), List.of()).toText());
    }

    private static Object instance(Class<?> answer) throws ReflectiveOperationException {
        var constructor = answer.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private List<Class<?>> answers(LessonPlan lesson) {
        String packageName = AnswerRules.packageName(lesson);
        List<Class<?>> answers = new ArrayList<>();
        for (String name : classNames(packageName)) {
            try {
                Class<?> type = Class.forName(packageName + "." + name, false, getClass().getClassLoader());
                if (lesson.type().isAssignableFrom(type) && !type.isInterface()) answers.add(type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("AnswersTest: " + packageName + "." + name + " was found and cannot be loaded", e);
            }
        }
        return answers;
    }

    private Set<String> classNames(String packageName) {
        Set<String> names = new TreeSet<>();
        URL folder = getClass().getClassLoader().getResource(packageName.replace('.', '/'));
        if (folder == null || !folder.getProtocol().equals("file")) return names;
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".class") && !file.contains("$"))
                .forEach(file -> names.add(file.substring(0, file.length() - ".class".length())));
        } catch (IOException e) {
            throw new UncheckedIOException("AnswersTest: " + folder + " cannot be read", e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return names;
    }
}
