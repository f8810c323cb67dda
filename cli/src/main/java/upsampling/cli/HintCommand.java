package upsampling.cli;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Learner;
import upsampling.kernel.notebook.InvalidNotebook;
import upsampling.kernel.notebook.Notebook;
import upsampling.lesson.FileState;

/// `course hint`: the next hint of a task.
@Command(
    name = "hint",
    description = {
        "Opens the next hint of a task: first a question, last almost the solution. It says how many are left.",
        "",
        "The hints are those below the task in its notebook. Which ones you have opened is kept in work/.state; it costs no points."
    },
    mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASK", description = "A task, such as 1.2.")
    private String id;

    @Option(names = "--opened", description = "Shows the hints that are open already, and opens none.")
    private boolean openedOnly;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        Tasks.Chosen chosen = Tasks.of(id);
        List<String> hints = hints(place, chosen);
        if (hints.isEmpty()) throw Failure.usage("task " + id + " has no hints; the card of a failed check has one");
        Learner learner = new Learner(FileState.in(place.state()));
        int opened = Math.min(learner.hintsOpened(id), hints.size());
        boolean more = opened < hints.size();
        int now = openedOnly || !more ? opened : opened + 1;
        if (now > opened) learner.openedHint(id, now);
        if (json) System.out.println(document(hints, now));
        else print(hints, opened, now, more);
        return Exit.OK;
    }

    static List<String> hints(Place place, Tasks.Chosen chosen) {
        return LessonFiles.in(place.notebooks()).stream().filter(lesson -> lesson.number() == chosen.lesson().number()).findFirst().map(lesson -> {
            try {
                return HintTexts.of(Notebook.read(lesson.file()), chosen.task().id());
            } catch (InvalidNotebook e) {
                throw Failure.infrastructure(e.getMessage());
            }
        }).orElse(List.of());
    }

    private void print(List<String> hints, int opened, int now, boolean more) {
        boolean again = openedOnly || !more;
        for (int i = again ? 0 : opened; i < now; i++) System.out.println("Hint " + (i + 1) + " of " + hints.size() + ": " + hints.get(i));
        if (now == 0) System.out.println("No hint of task " + id + " is open yet.");
        int left = hints.size() - now;
        if (left == 0) System.out.println("These are all hints of task " + id + ".");
        else System.out.println(left + (left == 1 ? " hint is" : " hints are") + " left: ./course hint " + id);
    }

    private String document(List<String> hints, int now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("task", id);
        document.put("hints", hints.size());
        document.put("opened", hints.subList(0, now));
        document.put("left", hints.size() - now);
        return new Gson().newBuilder().disableHtmlEscaping().create().toJson(document);
    }
}
