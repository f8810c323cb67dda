package upsampling.cli;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Learner;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.run.AnswerRules;
import upsampling.lesson.FileState;

/// `course solution`: the reference solution of a task that was passed.
@Command(
    name = "solution",
    description = {
        "Prints the reference solution of a task that you have passed, to compare with yours.",
        "",
        "Before that it says what helps instead. This is a courtesy, not a lock: the solutions lie readable in the checkout."
    },
    mixinStandardHelpOptions = true)
final class SolutionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASK", description = "A task, such as 1.2.")
    private String id;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        Tasks.Chosen chosen = Tasks.of(id);
        TeachersCourse.needed(place, "solutions", "./course hint " + id + " opens the next hint");
        Learner learner = new Learner(FileState.in(place.state()));
        if (!learner.hasPassed(id)) {
            throw Failure.person("task " + id + " is not passed yet, and reading the solution first would spoil the task. "
                + "./course check " + id + " says what does not hold yet, ./course hint " + id + " opens the next hint");
        }
        Path folder = place.root().resolve("solutions/src/main/java/upsampling/solutions").resolve(AnswerRules.folderName(chosen.lesson()));
        List<TaskPlan> closed = chosen.lesson().tasks().stream().filter(task -> !learner.hasPassed(task.id())).toList();
        String source = SolutionSource.of(folder, chosen.task(), closed)
            .orElseThrow(() -> Failure.usage("this copy of the course has no solution of task " + id + ": ask the person who gave it to you"));
        System.out.println(json ? new Gson().newBuilder().disableHtmlEscaping().create().toJson(Map.of("task", id, "source", source)) : source);
        return Exit.OK;
    }
}
