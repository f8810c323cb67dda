package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import upsampling.grader.run.AnswerRules;

/// `course start`: starters of a lesson into the learner's folder, ready for an IDE.
@Command(
    name = "start",
    description = {
        "Puts the starters of a lesson into work/answers, to be written in your editor.",
        "",
        "Files that are there already are yours and stay as they are. An IDE can open work/answers/pom.xml; the course's jars go into the local Maven repository for it."
    },
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LESSON", description = "Number or name of a lesson.")
    private String lesson;

    @Override
    public Integer call() {
        Place place = Place.find();
        LessonFiles.Lesson chosen = LessonFiles.choose(place.notebooks(), List.of(lesson)).getFirst();
        String name = AnswerRules.folderName(chosen.number());
        Path starters = place.root().resolve("exercises/starters").resolve(name);
        if (!Files.isDirectory(starters)) throw Failure.usage("lesson " + chosen.number() + " (" + chosen.name() + ") has no tasks");
        Path answers = Place.make(place.work().resolve("answers"));
        copyProject(place.root().resolve("exercises/starters"), answers);
        Path folder = Place.make(answers.resolve(name));
        List<Path> made = new ArrayList<>();
        for (Path starter : files(starters)) {
            Path target = folder.resolve(starter.getFileName());
            if (copyMissing(starter, target)) made.add(target);
        }
        installJars(place);
        made.forEach(f -> System.out.println("made " + f));
        if (made.isEmpty()) System.out.println("All starters of lesson " + chosen.number() + " are there already: " + folder);
        System.out.println("Write your answers, then: ./course check " + chosen.number());
        return Exit.OK;
    }

    /// The small Maven project around the answers: its pom, and the test that grades them.
    private static void copyProject(Path starters, Path answers) {
        copyMissing(starters.resolve("pom.xml"), answers.resolve("pom.xml"));
        Path tests = Place.make(answers.resolve("test").resolve("answers"));
        for (Path test : files(starters.resolve("test").resolve("answers"))) copyMissing(test, tests.resolve(test.getFileName()));
    }

    /// Copies whole or not at all, and only what is not there.
    private static boolean copyMissing(Path from, Path to) {
        if (Files.exists(to)) return false;
        try {
            Place.write(to, Files.readString(from));
            return true;
        } catch (IOException e) {
            throw Failure.infrastructure("cannot read " + from + ": " + e.getMessage());
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An IDE resolves the course's jars from the local Maven repository. Without Maven `./course check` still works.
    private static void installJars(Place place) {
        if (!Files.isWritable(place.root())) return;
        try (Progress progress = new Progress()) {
            progress.line("Putting the course's jars into the local Maven repository, for your IDE ...");
            List<String> said = new ArrayList<>();
            int code = Children.run(List.of(Place.maven(), "-B", "-q", "-DskipTests", "-pl", "exercises", "-am", "install"), place.root(),
                Map.of("JAVA_HOME", System.getProperty("java.home")), said::add);
            if (code != 0) progress.line("That failed, so an IDE will not find them; ./course check works all the same. " + (said.isEmpty() ? "" : said.getLast()));
        } catch (Failure e) {
            System.err.println("course: " + e.getMessage() + "; ./course check works all the same");
        }
    }
}
