package upsampling.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Learner;
import upsampling.grader.run.CheckListener;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Report;
import upsampling.lesson.FileState;

/// `course check`: grades the learner's answers with the public tests.
@Command(
    name = "check",
    description = {
        "Grades your answers in work/answers with the public tests: points, what failed, and a hint.",
        "",
        "Each answer is compiled on its own and runs in a second Java, so an endless loop or a crash costs one task. Exit code 0 means: it could be graded."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LESSON|TASK", arity = "0..1", description = "A lesson (1, pooling) or a task (1.2); everything without it.")
    private String selection;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        Path answers = place.work().resolve("answers");
        try (Progress progress = new Progress()) {
            if (!Files.isDirectory(answers)) progress.line("There are no answers yet in " + answers + ". To begin: ./course start 1");
            Report report = CheckRun.of(answers).select(selection).withJava(Place.java()).withListener(new CheckListener() {
                @Override
                public void started(String task, int index, int of) {
                    progress.step(index - 1, of, "task " + task);
                }
            }).run();
            progress.close();
            Learner learner = new Learner(FileState.in(place.state()));
            report.tasks().stream().filter(task -> task.verdict().passed()).forEach(learner::passed);
            System.out.println(json ? report.toJson() : report.toText());
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
}
