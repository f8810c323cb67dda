package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Learner;
import upsampling.grader.Verdict;
import upsampling.grader.result.Fraction;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckListener;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Report;
import upsampling.grader.run.Starters;
import upsampling.lesson.FileState;

/// `course check`: grades the learner's answers with the public tests.
@Command(
    name = "check",
    description = {
        "Grades your answers in work/answers with the public tests: points, what failed, the simplest input that shows it, and a hint.",
        "",
        "Each answer is compiled on its own and runs in a second Java, so an endless loop or a crash costs one task. Exit code 0 means: it could be graded."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final String CLEAR_SCREEN = "\033[H\033[2J\033[3J";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Parameters(paramLabel = "LESSON|TASK", arity = "0..1", description = "A lesson (1, pooling) or a task (1.2); everything without it.")
    private String selection;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Option(names = "--watch", description = "Grades again whenever an answer is saved, only what it changes. Ctrl-C ends it.")
    private boolean watch;

    /// Whether there is a folder of a lesson. A students' copy comes with a folder of answers that holds a page of words.
    private static boolean hasAnswers(Path answers) {
        try (DirectoryStream<Path> lessons = Files.newDirectoryStream(answers, "lesson*")) {
            return lessons.iterator().hasNext();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Integer call() {
        if (watch && json) throw Failure.usage("--watch is for reading and --json for programs: choose one of the two");
        Place place = Place.find();
        Path answers = place.work().resolve("answers");
        try (Progress progress = new Progress()) {
            if (!hasAnswers(answers)) progress.line("There are no answers yet in " + answers + ". To begin: ./course start 1");
            if (watch) {
                watch(place, answers, progress);
            } else {
                Report report = run(place, answers, selection, progress);
                System.out.println(json ? report.toJson() : report.toText());
                if (!json) tellMore(place, report);
            }
            return Exit.OK;
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        } catch (GraderFailure e) {
            throw Failure.infrastructure(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.infrastructure("interrupted");
        }
    }

    /// Grades and keeps what was passed.
    private static Report run(Place place, Path answers, String selection, Progress progress) throws InterruptedException {
        Report report = CheckRun.of(answers).select(selection).withJava(Place.java()).withListener(new CheckListener() {
            @Override
            public void started(String task, int index, int of) {
                progress.step(index - 1, of, "task " + task);
            }
        }).run();
        progress.close();
        Learner learner = new Learner(FileState.in(place.state()));
        report.tasks().stream().filter(task -> task.verdict().passed()).forEach(learner::passed);
        return report;
    }

    /// Says what the report cannot know: which tasks were passed elsewhere, and what to type next.
    private static void tellMore(Place place, Report report) {
        Learner learner = new Learner(FileState.in(place.state()));
        List<TaskResult> before = report.tasks().stream().filter(task -> !task.verdict().passed() && learner.hasPassed(task.id())).toList();
        if (!before.isEmpty()) {
            Fraction points = before.stream().map(TaskResult::max).reduce(report.score(), Fraction::plus);
            for (TaskResult task : before) points = points.minus(task.score());
            System.out.println("Passed earlier, in the notebook or in another version of the file: "
                + before.stream().map(TaskResult::id).collect(Collectors.joining(", ")) + ". With that: " + points + " of " + report.max() + " points");
        }
        report.tasks().stream().filter(task -> !task.verdict().passed() && task.verdict() != Verdict.NOT_STARTED).findFirst()
            .ifPresent(task -> System.out.println("More hints: ./course hint " + task.id()));
    }

    // --- watching --------------------------------------------------------------------------------------------------------------------------

    /// Goes on until the JVM is told to end; what a check has started ends with it.
    private void watch(Place place, Path answers, Progress progress) throws InterruptedException {
        try (AnswerWatch files = new AnswerWatch(answers)) { // first the watch, then the first check: nothing saved in between is missed
            Map<String, String> fileOfTask = new HashMap<>();
            String wanted = selection;
            while (true) {
                Report report = run(place, answers, wanted, progress);
                for (TaskResult task : report.tasks()) fileOfTask.put(task.id(), task.answer());
                if (progress.isTerminal()) System.out.print(CLEAR_SCREEN);
                System.out.println("──── " + LocalTime.now().format(TIME) + " " + "─".repeat(60)); // where one grading ends and the next one begins
                System.out.println(report.toText());
                tellMore(place, report);
                System.out.println("Watching " + answers + "; Ctrl-C ends it.");
                System.out.flush();
                do {
                    wanted = affected(files.await(), fileOfTask);
                } while (wanted.isEmpty());
            }
        }
    }

    /// Returns the selected tasks that saved files may change: those a file answered in the last check or is the starter of; for any other file, such
    /// as a helper class, those of its lesson.
    private static String affected(Collection<Path> saved, Map<String, String> fileOfTask) {
        Set<String> tasks = new TreeSet<>();
        for (Path file : saved) {
            String name = file.getFileName().toString();
            List<String> ofLesson = fileOfTask.keySet().stream().filter(task -> Starters.folderOf(task).equals(file.getParent().getFileName().toString())).toList();
            List<String> own = ofLesson.stream().filter(task -> fileOfTask.get(task).equals(name) || Starters.isOf(task, name)).toList();
            tasks.addAll(own.isEmpty() ? ofLesson : own);
        }
        return String.join(",", tasks);
    }
}
