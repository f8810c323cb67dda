package upsampling.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import upsampling.cli.release.Checkout;
import upsampling.cli.release.LeakCheck;
import upsampling.cli.release.LeakCheck.Leak;
import upsampling.cli.release.Refused;
import upsampling.cli.release.StudentRelease;

/// `course release`: what a teacher hands out.
@Command(
    name = "release",
    description = {"Makes what a teacher hands out.", "", "course release student: the course without its solutions, as a zip."},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ReleaseCommand.Student.class)
final class ReleaseCommand implements Runnable {
    /// What does not go in, and which runs of a solution may: both stand in the module that students never get.
    static final String LEFT_OUT = "solutions/src/release/left-out.txt";
    static final String EXCUSED = "solutions/src/release/excused.txt";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "course release: of what? ./course release student makes the students' copy, course-student.zip");
    }

    /// `course release student`.
    @Command(
        name = "student",
        description = {
            "Makes the students' copy of the course, a zip: without solutions, hidden tests, wrong answers and black boxes, and with work/answers tracked by git.",
            "",
            "It holds the files of the last commit; the same commit gives the same bytes. Before it is written, every text in it, also the stored outputs of the"
                + " lessons, is searched for runs of " + LeakCheck.RUN + " or more tokens of a solution. If there is one, nothing is written, and both places are printed."
                + " Code that students may have stands by name and reason in " + EXCUSED + "; what is left out, in " + LEFT_OUT + "."
        },
        mixinStandardHelpOptions = true)
    static final class Student implements Callable<Integer> {
        @Option(names = "--out", paramLabel = "FILE", defaultValue = "course-student.zip", description = "The zip to write; default: ${DEFAULT-VALUE} in this folder.")
        private Path out;

        @Option(names = "--allow-dirty", description = "Takes the files as they lie here, also if they differ from the last commit or there is no git.")
        private boolean allowDirty;

        @Option(names = "--json", description = "One JSON document on standard output.")
        private boolean json;

        @Override
        public Integer call() {
            Place place = Place.find();
            TeachersCourse.needed(place, "releases", "hand on the zip that you were given");
            Path file = out.toAbsolutePath().normalize();
            if (Files.isDirectory(file)) throw Failure.usage("--out " + out + " is a folder; name a file, such as " + out.resolve("course-student.zip"));
            if (!Files.isDirectory(file.getParent())) throw Failure.usage("--out " + out + ": there is no folder " + file.getParent() + "; make it first");
            try (Progress progress = new Progress()) {
                return release(place, file, progress);
            } catch (Refused refused) {
                throw Failure.person(refused.getMessage());
            }
        }

        private int release(Place place, Path file, Progress progress) {
            progress.step(0, 0, "asking git for the files");
            Checkout checkout = Checkout.read(place.root(), allowDirty);
            if (checkout.commit().isEmpty()) progress.line("There is no commit: the release holds the files as they lie here.");
            if (!checkout.changed().isEmpty()) progress.line("Not as in the last commit: " + Checkout.some(checkout.changed()));
            if (!checkout.untracked().isEmpty()) progress.line("Left out, as git does not track it: " + Checkout.some(checkout.untracked()));
            StudentRelease release = StudentRelease.of(checkout, lines(place.root().resolve(LEFT_OUT)), (done, total, name) -> progress.step(done, total, "looking for leaks: " + name));
            Excuses.Verdict verdict = Excuses.read(place.root().resolve(EXCUSED)).of(release.leaks().stream().map(Leak::name).toList());
            List<Leak> leaks = unexcused(release.leaks(), verdict);
            boolean made = leaks.isEmpty() && verdict.problems().isEmpty();
            byte[] zip = made ? release.zip() : new byte[0];
            if (made) Place.write(file, zip);
            if (json) System.out.println(document(checkout, file, release, verdict, leaks, zip.length));
            else say(file, release, verdict, leaks, zip.length);
            return made ? Exit.OK : Exit.PERSON;
        }

        private static void say(Path file, StudentRelease release, Excuses.Verdict verdict, List<Leak> leaks, int size) {
            for (Leak leak : leaks) System.out.println("✗ " + leak + System.lineSeparator() + "  name: " + leak.name());
            for (String problem : verdict.problems()) System.out.println("✗ " + problem);
            if (!leaks.isEmpty()) {
                System.out.println("No release was written. Take out what tells a solution; what students may have gets a line in " + EXCUSED + ": its name, a bar and the reason.");
            } else if (!verdict.problems().isEmpty()) {
                System.out.println("No release was written: mend " + EXCUSED + ".");
            } else {
                System.out.println(String.format(Locale.ROOT, "%s: %d files, %.1f MB. No leak: %d files hold none of the %,d runs of %d tokens of the solutions, but for %d excused by reason.",
                    file, release.files().size(), size / 1e6, release.checked(), release.windows(), LeakCheck.RUN, verdict.excused()));
            }
        }

        private static String document(Checkout checkout, Path file, StudentRelease release, Excuses.Verdict verdict, List<Leak> leaks, int size) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", size == 0 ? null : file.toString());
            document.put("commit", checkout.commit());
            document.put("changed", checkout.changed());
            document.put("files", release.files().size());
            document.put("bytes", size);
            document.put("checked", release.checked());
            document.put("excused", verdict.excused());
            document.put("leaks", leaks);
            document.put("problems", verdict.problems());
            return new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(document);
        }
    }

    /// Returns the leaks whose names have no excuse; of several of one name the last ones.
    static List<Leak> unexcused(List<Leak> leaks, Excuses.Verdict verdict) {
        List<String> names = new java.util.ArrayList<>(verdict.unexcused());
        return leaks.reversed().stream().filter(leak -> names.remove(leak.name())).toList().reversed();
    }

    /// Returns the lines of a list, without blank lines and remarks.
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
