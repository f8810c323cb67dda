package upsampling.cli;

import com.google.gson.Gson;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Hunt;
import upsampling.grader.Learner;
import upsampling.grader.hunt.Bugs;
import upsampling.lesson.FileState;

/// `course hunt`: a black box with a mistake, and a file to try inputs on it.
@Command(
    name = "hunt",
    description = {
        "Hands out a black box that answers a task wrongly: find an input that exposes it. For tasks you have passed; no points.",
        "",
        "The first time it makes work/hunts/Hunt1_2.java (for task 1.2), which tries one input. Change the input and type the command again: it runs the"
            + " file. In a notebook the same line works in a cell, after import static upsampling.grader.Hunt.hunt;"
    },
    mixinStandardHelpOptions = true)
final class HuntCommand implements Callable<Integer> {
    private static final String FILE = """
        import static upsampling.grader.Hunt.hunt;
        import upsampling.tasks.*;
        import upsampling.tensor.*;

        // A black box answers task %s and is wrong somewhere. Which input shows it?
        // Change the input, save, and type: ./course hunt %s
        public class %s {
            public static void main(String[] arguments) {
                hunt("%s").tryOn(%s);
            }
        }
        """;

    @Parameters(paramLabel = "TASK", description = "A task, such as 1.2.")
    private String id;

    @Option(names = "--json", description = "One JSON document on standard output: the file, what it printed, and the bugs found so far.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        Tasks.Chosen chosen = Tasks.of(id);
        TeachersCourse.needed(place, "the black boxes of the hunt", "./course progress says what is left to do here");
        if (!new Learner(FileState.in(place.state())).hasPassed(id)) {
            throw Failure.person("the hunt opens when task " + id + " is passed: whoever wrote it right can tell what is wrong. Try: ./course check " + id);
        }
        String name = "Hunt" + id.replace('.', '_');
        Path file = place.work().resolve("hunts").resolve(name + ".java");
        if (!Files.exists(file)) {
            Place.make(file.getParent());
            Place.write(file, FILE.formatted(id, id, name, id, Hunt.exampleInput(chosen.lesson(), chosen.task())));
            if (!json) System.out.println("made " + file);
        }
        Map<String, String> environment = Map.of("COURSE_STATE", place.state().toString());
        List<String> printed = new ArrayList<>();
        int code = json ? Children.run(command(place, file), file.getParent(), environment, printed::add)
            : Children.run(command(place, file), file.getParent(), environment);
        if (json) System.out.println(document(place, chosen, file, printed));
        return code == 0 ? Exit.OK : Exit.PERSON;
    }

    private String document(Place place, Tasks.Chosen chosen, Path file, List<String> printed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("task", id);
        document.put("file", file.toString());
        document.put("printed", printed);
        document.put("bugsFound", new Learner(FileState.in(place.state())).bugsExposed(id));
        document.put("bugs", Bugs.of(chosen.lesson().type(), chosen.lesson().number()).of(id).size());
        return new Gson().newBuilder().disableHtmlEscaping().create().toJson(document);
    }

    /// Returns how to run the learner's file in a Java of its own, which ends with this one.
    private static List<String> command(Place place, Path file) {
        return List.of(Place.java().toString(), "-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dupsampling.show.folder=" + file.resolveSibling("figures"),
            "-cp", classPath(place), file.toString());
    }

    private static String classPath(Place place) {
        List<String> entries = new ArrayList<>();
        Path jars = place.root().resolve(".course/app/jars");
        if (Files.isDirectory(jars)) entries.add(jars.resolve("*").toString());
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            entries.add(Path.of(entry).toAbsolutePath().toString()); // the file runs in another folder
        }
        return String.join(File.pathSeparator, entries);
    }
}
