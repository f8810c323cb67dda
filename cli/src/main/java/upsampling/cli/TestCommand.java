package upsampling.cli;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import upsampling.cli.TestReports.Case;
import upsampling.cli.TestReports.Status;

/// `course test`: everything the project tests, through Maven, with one line for each part at the end.
@Command(
    name = "test",
    description = {
        "Tests the whole course: libraries, the gate of the exercises (in the teacher's course), every lesson with its stored outputs, the kernel through Jupyter's own tests,"
            + " lesson 1 through Jupyter's protocol and in a browser.",
        "",
        "What you do in work/ does not change the result. Your own answers are graded by: course check"
    },
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private static final Pattern RUNNING = Pattern.compile("\\[INFO\\] Running (.+)");

    @Option(names = "--full", description = "Also what takes long: all lessons through Jupyter's protocol, mutation testing of the reference solutions, faults"
        + " in the library that the lessons' claims must notice, grading on a Slurm whose nodes fail.")
    private boolean full;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    /// The parts of the summary, in the order they are printed.
    private enum Part {
        LIBRARY("operators, figures, data"), GRADER("grader and exercises"), KERNEL("kernel"), LESSONS("lessons, in-process"),
        GATE("gate of the exercises"), COMMANDS("command line"), PROTOCOL("lessons, through Jupyter"),
        CONFORMANCE("kernel, through Jupyter"), BROWSER("lessons, in a browser"), FAULTS("lessons, with faults in the library"),
        CLUSTER("grading on a Slurm whose nodes fail");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        static Part of(Case test) {
            if (test.className().endsWith("LessonsTest")) return LESSONS;
            if (test.className().endsWith("ThroughJupyterTest")) return PROTOCOL;
            if (test.className().endsWith("KernelConformanceTest") || test.className().endsWith("JupyterServerTest")) return CONFORMANCE;
            if (test.className().endsWith("BrowserTest")) return BROWSER;
            if (test.className().endsWith("FaultInjectionTest")) return FAULTS;
            if (test.className().endsWith("SlurmTest")) return CLUSTER;
            return switch (test.module()) {
                case "lib" -> LIBRARY;
                case "grader", "exercises" -> GRADER;
                case "kernel" -> KERNEL;
                case "solutions" -> GATE;
                default -> COMMANDS;
            };
        }
    }

    @Override
    public Integer call() {
        Place place = Place.find();
        if (!place.data().equals(place.root())) throw Failure.usage("the tests write into the checkout, and it cannot be written to");
        try (Progress progress = new Progress()) {
            PythonEnvironment python = PythonEnvironment.of(place);
            python.install(progress);
            PythonEnvironment tests = PythonEnvironment.forTests(place);
            tests.install(progress);
            TestReports.clear(place.root());
            MutationGate.clear(place);
            FaultReport.clear(place);
            int maven = runMaven(place, python, tests, progress);
            List<Case> cases = TestReports.read(place.root());
            MutationGate mutation = full && TeachersCourse.isHere(place) ? MutationGate.of(place) : null;
            FaultReport faults = full ? FaultReport.read(place) : null;
            boolean passed = maven == 0 && cases.stream().noneMatch(c -> c.status() == Status.FAILED || c.status() == Status.ERROR)
                && (mutation == null || mutation.problems().isEmpty()) && (faults == null || faults.problems().isEmpty());
            if (json) {
                System.out.println(new Gson().toJson(toMap(place, cases, mutation, faults, passed)));
            } else {
                print(place, cases);
                if (mutation != null) System.out.println(mutation.toText());
                if (faults != null) System.out.println(faults.toText());
                printWrong(place, cases, maven);
            }
            return passed ? Exit.OK : Exit.PERSON;
        }
    }

    private int runMaven(Place place, PythonEnvironment python, PythonEnvironment tests, Progress progress) {
        List<String> command = new ArrayList<>(List.of(Place.maven(), "-B", "--fail-at-end", "verify",
            "-Dmaven.test.failure.ignore=true", "-Dcourse.python=" + python.python(), "-Dcourse.testPython=" + tests.python(), "-Dcourse.full=" + full));
        if (full && TeachersCourse.isHere(place)) command.add("-Pmutation"); // its profile stands in solutions
        Chromium.find(System.getenv().getOrDefault("PATH", "")).ifPresent(chromium -> command.add("-Dcourse.chromium=" + chromium));
        Path log = log(place);
        progress.line("Testing; the whole log goes to " + log);
        try (PrintStream out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            int[] classes = {0};
            int total = testClasses(place);
            return Children.run(command, place.root(), Map.of("JAVA_HOME", System.getProperty("java.home")), line -> {
                out.println(line);
                Matcher running = RUNNING.matcher(line);
                if (!running.matches()) return;
                classes[0]++;
                String name = running.group(1).replaceFirst(".*\\.", "");
                if (progress.isTerminal()) progress.step(classes[0], total, name);
                else progress.line("  " + classes[0] + "/" + total + " " + name);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Place place) {
        return Place.make(place.root().resolve(".course")).resolve("test.log");
    }

    /// How many test classes are run, for the progress bar. Those of the fast loops are run three times, with vectors of 128, 256 and 512 bits.
    private static int testClasses(Place place) {
        int count = 0;
        for (String module : List.of("lib", "grader", "exercises", "kernel", "solutions", "cli")) {
            Path tests = place.root().resolve(module).resolve("src/test/java");
            if (!Files.isDirectory(tests)) continue;
            try (var files = Files.walk(tests)) {
                count += files.filter(f -> f.getFileName().toString().endsWith("Test.java")).mapToInt(TestCommand::runs).sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return count;
    }

    /// How often `lib/pom.xml` runs a class: with vectors of three widths, and the operators once more on the GPU's backend.
    private static int runs(Path test) {
        if (test.getParent().endsWith("backend/vector")) return 3;
        return test.getParent().endsWith("upsampling/op") || test.endsWith("nn/TrainingTest.java") ? 2 : 1;
    }

    /// The parts that this copy of the course has: the gate belongs to the solutions, which students do not get.
    private static List<Part> parts(Place place) {
        return Stream.of(Part.values()).filter(part -> part != Part.GATE || TeachersCourse.isHere(place)).toList();
    }

    private static void print(Place place, List<Case> cases) {
        for (Part part : parts(place)) {
            List<Case> of = cases.stream().filter(c -> Part.of(c) == part).toList();
            if (of.isEmpty()) {
                System.out.printf("✗ %-36s no test was run%n", part.title);
                continue;
            }
            if (isLeftOut(of)) {
                System.out.printf("- %-36s left out: %s%n", part.title, of.getFirst().message());
                continue;
            }
            long failed = count(of, Status.FAILED) + count(of, Status.ERROR);
            long skipped = count(of, Status.SKIPPED);
            System.out.printf("%s %-36s %4d passed%s%s  %s%n", failed == 0 ? "✓" : "✗", part.title, count(of, Status.PASSED),
                failed == 0 ? "" : ", " + failed + " failed", skipped == 0 ? "" : ", " + skipped + " skipped", minutes(of));
        }
    }

    private static void printWrong(Place place, List<Case> cases, int maven) {
        cases.stream().filter(c -> c.status() == Status.FAILED || c.status() == Status.ERROR)
            .forEach(c -> System.out.println("✗ " + c.className() + "." + c.name() + ": " + c.message()));
        cases.stream().filter(c -> c.status() == Status.SKIPPED)
            .filter(c -> !isLeftOut(cases.stream().filter(o -> Part.of(o) == Part.of(c)).toList()))
            .forEach(c -> System.out.println("- skipped " + c.className() + "." + c.name() + ": " + c.message()));
        if (maven != 0) System.out.println("Maven ended with code " + maven + "; see " + log(place));
        System.out.printf("Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n", cases.size(), count(cases, Status.FAILED), count(cases, Status.ERROR),
            count(cases, Status.SKIPPED));
    }

    /// Returns whether nothing of a part could be run, because this machine lacks what it needs, or as it takes too long for a plain run.
    private static boolean isLeftOut(List<Case> part) {
        return part.stream().allMatch(c -> c.status() == Status.SKIPPED);
    }

    private static long count(List<Case> cases, Status status) {
        return cases.stream().filter(c -> c.status() == status).count();
    }

    private static String minutes(List<Case> cases) {
        long seconds = Math.round(cases.stream().mapToDouble(Case::seconds).sum());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private static Map<String, Object> toMap(Place place, List<Case> cases, MutationGate mutation, FaultReport faults, boolean passed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("passed", passed);
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Part part : parts(place)) {
            List<Case> of = cases.stream().filter(c -> Part.of(c) == part).toList();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("part", part.title);
            for (Status s : Status.values()) entry.put(s.name().toLowerCase(java.util.Locale.ROOT), count(of, s));
            entry.put("seconds", of.stream().mapToDouble(Case::seconds).sum());
            parts.add(entry);
        }
        map.put("parts", parts);
        if (mutation != null) map.put("mutation", mutation.toMap());
        if (faults != null) map.put("faults", faults.toMap());
        return map;
    }
}
