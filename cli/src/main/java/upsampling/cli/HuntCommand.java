package upsampling.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import upsampling.grader.Hunt;
import upsampling.grader.Learner;
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
        void main() {
            hunt("%s").tryOn(%s);
        }
        """;

    @Parameters(paramLabel = "TASK", description = "A task, such as 1.2.")
    private String id;

    @Override
    public Integer call() {
        Place place = Place.find();
        Tasks.Chosen chosen = Tasks.of(id);
        if (!new Learner(FileState.in(place.state())).hasPassed(id)) {
            throw Failure.person("the hunt opens when task " + id + " is passed: whoever wrote it right can tell what is wrong. Try: ./course check " + id);
        }
        Path file = place.work().resolve("hunts").resolve("Hunt" + id.replace('.', '_') + ".java");
        if (!Files.exists(file)) {
            Place.make(file.getParent());
            Place.write(file, FILE.formatted(id, id, id, Hunt.exampleInput(chosen.lesson(), chosen.task())));
            System.out.println("made " + file);
        }
        return run(place, file) == 0 ? Exit.OK : Exit.PERSON;
    }

    /// Runs the learner's file in a Java of its own, which ends with this one.
    private static int run(Place place, Path file) {
        List<String> command = new ArrayList<>(List.of(Place.java().toString(), "-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dupsampling.show.folder=" + file.resolveSibling("figures"),
            "-cp", classPath(place), file.toString()));
        return Children.run(command, file.getParent(), Map.of("COURSE_STATE", place.state().toString()));
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
