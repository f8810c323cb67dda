package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Starters;

/// The solutions as a learner would hand them in: the source under the starter's name, through compiler, second virtual machine and report.
class RenamedTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @TempDir
    Path folder;

    @Test
    void aKnownWrongAnswerUnderTheStartersNameGetsTheSameHint() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Solved solved : Solved.all()) {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            List<Class<?>> waiting = new ArrayList<>(solved.wrong());
            for (int round = 0; !waiting.isEmpty(); round++) { // each round takes one wrong answer of every task
                Path answers = folder.resolve("lesson" + lesson.number() + "-" + round); // a folder for each: what lies in it is graded
                List<KnownWrong> declared = new ArrayList<>();
                for (TaskPlan task : lesson.tasks()) {
                    for (Class<?> answer : waiting) {
                        if (!answer.getAnnotation(KnownWrong.class).task().equals(task.id())) continue;
                        write(answer, lesson, task, answers);
                        declared.add(answer.getAnnotation(KnownWrong.class));
                        waiting.remove(answer);
                        break;
                    }
                }
                List<TaskResult> results = CheckRun.of(answers).select(Integer.toString(lesson.number())).run().tasks();
                for (KnownWrong one : declared) {
                    TaskResult result = results.stream().filter(task -> task.id().equals(one.task())).findFirst().orElseThrow();
                    String hint = result.hint() == null ? null : result.hint().id();
                    if (!(one.task() + "/" + one.hint()).equals(hint)) wrong.add(one + " got " + hint + ": " + result.message());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void correctAnswersPassThroughTheWholePipeline() throws Exception {
        for (Solved solved : Solved.all()) {
            LessonPlan lesson = LessonPlan.of(solved.lesson());
            for (Class<?> reference : solved.references()) {
                Path answers = folder.resolve(reference.getSimpleName());
                write(reference, lesson, lesson.tasks().getFirst(), answers);
                for (TaskResult result : CheckRun.of(answers).select(lesson.name()).run().tasks()) {
                    assertEquals(Verdict.PASS, result.verdict(), reference.getSimpleName() + " " + result.id() + ": " + result.message());
                }
            }
        }
    }

    private static void write(Class<?> answer, LessonPlan lesson, TaskPlan task, Path answers) throws Exception {
        Path file = answers.resolve(Starters.nameOf(lesson, task));
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString().replace(".java", "");
        String source = Files.readString(SOURCES.resolve(answer.getName().replace('.', '/') + ".java"))
            .replaceFirst("package [^;]+;", "package answers." + file.getParent().getFileName() + ";")
            .replaceAll("(?m)^@KnownWrong.*$", "").replaceFirst("import upsampling.solutions.KnownWrong;", "")
            .replaceAll("\\b" + answer.getSimpleName() + "\\b", name);
        Files.writeString(file, source);
    }
}
