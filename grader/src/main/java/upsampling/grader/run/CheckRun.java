package upsampling.grader.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import upsampling.grader.Verdict;
import upsampling.grader.compile.AnswerCompiler;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.Selection.Chosen;
import upsampling.grader.run.Wire.Request;

/// Grades a folder of answers with the public tests: what `./course check` does.
///
/// Each file is compiled on its own, so one with an error costs one task. The tests run in a second virtual machine, so that a loop without end, a
/// crash or `System.exit` costs one task, too.
///
/// ```java
/// Report report = CheckRun.of(Path.of("work/answers")).select("1.2").run();
/// ```
///
/// @param answers the folder with `lesson01/*.java`
/// @param selection a lesson's number or name, the id of a task or of several, `1.2,1.4`, or null for everything
/// @param java the Java launcher of the second virtual machine
/// @param classPath the course's classes, for it and for the compiler
/// @param limit how long one task may take, wall-clock
/// @param listener hears about progress
public record CheckRun(Path answers, String selection, Path java, String classPath, Duration limit, CheckListener listener) {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    /// Returns a check of every task with this Java and this class path.
    public static CheckRun of(Path answers) {
        String launcher = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", launcher);
        return new CheckRun(answers, null, java, absolute(System.getProperty("java.class.path")), DEFAULT_LIMIT, CheckListener.NONE);
    }

    /// The second virtual machine runs in another folder, so relative entries must not stay relative.
    private static String absolute(String path) {
        var entries = new StringJoiner(File.pathSeparator);
        for (String entry : path.split(Pattern.quote(File.pathSeparator))) {
            if (!entry.isEmpty()) entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return entries.toString();
    }

    /// Returns this check for a lesson's number or name, or for a task's id or several, `1.2,1.4`.
    public CheckRun select(String newSelection) {
        return new CheckRun(answers, newSelection, java, classPath, limit, listener);
    }

    /// Returns this check with another Java launcher.
    public CheckRun withJava(Path newJava) {
        return new CheckRun(answers, selection, newJava, classPath, limit, listener);
    }

    /// Returns this check with another class path.
    public CheckRun withClassPath(String newClassPath) {
        return new CheckRun(answers, selection, java, absolute(newClassPath), limit, listener);
    }

    /// Returns this check with another limit for each task.
    public CheckRun withLimit(Duration newLimit) {
        return new CheckRun(answers, selection, java, classPath, newLimit, listener);
    }

    /// Returns this check with a listener.
    public CheckRun withListener(CheckListener newListener) {
        return new CheckRun(answers, selection, java, classPath, limit, newListener);
    }

    /// Grades.
    ///
    /// @throws IllegalArgumentException if there is no such lesson or task
    /// @throws GraderFailure if the second virtual machine cannot be used
    /// @throws InterruptedException if the calling thread is interrupted; nothing is left running
    public Report run() throws InterruptedException {
        List<Chosen> chosen = Selection.of(Lessons.all(), selection);
        try (WorkFolder work = WorkFolder.create()) {
            return grade(chosen, work);
        } catch (IOException e) {
            throw new UncheckedIOException("check: " + answers + " cannot be read", e);
        }
    }

    private Report grade(List<Chosen> chosen, WorkFolder work) throws IOException, InterruptedException {
        List<TaskResult> results = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Map<LessonPlan, Map<String, Answer>> answersOf = new LinkedHashMap<>();
        try (var workers = new Workers(java, classPath, work); var compiler = new AnswerCompiler(classPath)) {
            var reader = new AnswerReader(compiler, work);
            for (Chosen one : chosen) { // the first worker gets ready while the answers are compiled
                if (answersOf.containsKey(one.lesson())) continue;
                if (Files.isDirectory(answers.resolve(AnswerRules.folderName(one.lesson())))) workers.prepare();
                List<Answer> found = reader.read(answers, one.lesson());
                answersOf.put(one.lesson(), Answer.byTask(one.lesson(), found, remarks));
            }
            for (Chosen one : chosen) {
                listener.started(one.task().id(), results.size() + 1, chosen.size());
                Answer answer = answersOf.get(one.lesson()).get(one.task().id());
                TaskResult result = grade(one, answer, reader, workers);
                results.add(result);
                listener.finished(result);
            }
        }
        return new Report(List.copyOf(results), List.copyOf(remarks));
    }

    private TaskResult grade(Chosen one, Answer answer, AnswerReader reader, Workers workers) throws InterruptedException {
        Misconceptions misconceptions = Misconceptions.of(one.lesson().type(), one.lesson().number());
        TaskPlan task = one.task();
        if (answer == null) return Scoring.score(task, "", List.of(), new Ending(Verdict.NOT_STARTED, ""), misconceptions);
        Ending before = answer.endingBeforeRun(task);
        if (before != null) return Scoring.score(task, answer.name(), List.of(), before, misconceptions);
        var request = new Request(one.lesson().type().getName(), task.id(), reader.classesOf(answer.name(), one.lesson()).toString(), answer.type());
        Worker.Run run = workers.run(request, limit);
        return Scoring.score(task, answer.name(), run.observed(), run.ending(), misconceptions).withOutput(run.output())
            .withSmallest(run.smallest());
    }
}
