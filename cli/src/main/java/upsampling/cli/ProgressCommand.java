package upsampling.cli;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import upsampling.cli.LearnerProgress.LessonProgress;
import upsampling.cli.LearnerProgress.TaskProgress;
import upsampling.grader.Learner;
import upsampling.lesson.FileState;

/// `course progress`: how far the learner is, and what to type next.
@Command(
    name = "progress",
    description = {
        "Says how far you are: lessons run, predictions made, tasks passed, points, and what to type next.",
        "",
        "A task counts when it was passed once, in a cell or in work/answers. It is read from work/.state and stays on this machine."
    },
    mixinStandardHelpOptions = true)
final class ProgressCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        LearnerProgress progress = LearnerProgress.of(place, new Learner(FileState.in(place.state())));
        if (json) System.out.println(new Gson().toJson(document(progress)));
        else print(place, progress);
        return Exit.OK;
    }

    private static void print(Place place, LearnerProgress progress) {
        for (LessonProgress lesson : progress.lessons()) {
            System.out.printf("%-24s %s%s%n", lesson.lesson(), reading(lesson),
                lesson.tasks().isEmpty() ? "" : ", " + lesson.passed() + " of " + lesson.tasks().size() + " tasks, " + lesson.points() + " of " + lesson.max() + " points");
            for (TaskProgress task : lesson.tasks()) System.out.println("    " + line(task));
        }
        System.out.println(progress.points() + " of " + progress.max() + " points");
        LearnerProgress.Next next = progress.next();
        String write = next.write() == null ? "" : "write " + place.data().relativize(next.write()) + ", then ";
        System.out.println("Next: " + write + next.command() + "   (" + next.reason() + ")");
    }

    private static String reading(LessonProgress lesson) {
        String predictions = lesson.predictions() == 0 ? "" : ", " + lesson.predictions() + (lesson.predictions() == 1 ? " prediction" : " predictions");
        if (lesson.ran()) return "run" + predictions;
        if (lesson.answersSeen() > 0) return "begun: " + lesson.answersSeen() + " of " + lesson.answers() + " predicted cells run" + predictions;
        return (lesson.opened() ? "opened" : "not opened") + predictions;
    }

    private static String line(TaskProgress task) {
        String hints = task.hintsOpened() == 0 ? "" : ", " + task.hintsOpened() + (task.hintsOpened() == 1 ? " hint open" : " hints open");
        String bugs = task.exposed() == 0 ? "" : ", " + task.exposed() + (task.exposed() == 1 ? " bug found" : " bugs found");
        return (task.passed() ? "✓ " : "· ") + task.id() + "  " + task.title() + " (" + task.max() + " points" + hints + bugs + ")";
    }

    private static Map<String, Object> document(LearnerProgress progress) {
        List<Object> lessons = new ArrayList<>();
        for (LessonProgress lesson : progress.lessons()) {
            List<Object> tasks = new ArrayList<>();
            for (TaskProgress task : lesson.tasks()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("id", task.id());
                entry.put("passed", task.passed());
                entry.put("max", task.max().value());
                entry.put("started", task.started());
                entry.put("written", task.written());
                entry.put("hintsOpened", task.hintsOpened());
                entry.put("bugsFound", task.exposed());
                tasks.add(entry);
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("lesson", lesson.lesson().number());
            entry.put("name", lesson.lesson().name());
            entry.put("opened", lesson.opened());
            entry.put("ran", lesson.ran());
            entry.put("predictions", lesson.predictions());
            entry.put("points", lesson.points().value());
            entry.put("max", lesson.max().value());
            entry.put("tasks", tasks);
            lessons.add(entry);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("points", progress.points().value());
        document.put("max", progress.max().value());
        document.put("lessons", lessons);
        Map<String, Object> next = new LinkedHashMap<>();
        next.put("command", progress.next().command());
        next.put("reason", progress.next().reason());
        if (progress.next().write() != null) next.put("write", progress.next().write().toString());
        document.put("next", next);
        return document;
    }
}
