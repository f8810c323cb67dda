package upsampling.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The module `bench/`, which the default build leaves out as its libraries are large: built when it is asked for, and run in a JVM of its own.
///
/// @param place where the checkout is
record BenchModule(Place place) {
    private static final String MAIN = "upsampling.bench.Bench";

    /// Returns libtorch's name of this machine, the classifier of its jars.
    ///
    /// @param os value of the system property `os.name`
    /// @param cpu value of the system property `os.arch`
    static String platform(String os, String cpu) {
        String name = os.toLowerCase(Locale.ROOT);
        String processor = cpu.toLowerCase(Locale.ROOT);
        boolean isIntel = processor.equals("amd64") || processor.equals("x86_64");
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        if (name.contains("linux") && isIntel) return "linux-x86_64";
        if (name.contains("win") && !name.contains("darwin") && isIntel) return "windows-x86_64";
        if (name.contains("mac") && isArm) return "macosx-arm64";
        throw Failure.infrastructure("there is no libtorch for " + os + " on " + cpu
            + ", so bench cannot run here; it can on Linux and Windows (x86_64) and on macOS (arm64)");
    }

    /// Builds the module unless it is up to date.
    void build(Progress progress) {
        if (!Files.isRegularFile(place.root().resolve("bench/pom.xml"))) {
            throw Failure.usage("there is no folder bench/ in " + place.root() + ": a student release leaves it out; use a checkout of the course's repository");
        }
        if (!place.data().equals(place.root())) throw Failure.usage("bench is built in the checkout, and it cannot be written to");
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (isUpToDate()) return;
        FileTime start = FileTime.fromMillis(System.currentTimeMillis());
        Path log = Place.make(place.root().resolve(".course")).resolve("bench.log");
        progress.line("Building bench/ (the first time it downloads libtorch, about 113 MB); the whole log goes to " + log);
        List<String> lines = new ArrayList<>();
        int code = maven(platform, log, progress, lines);
        if (code != 0) throw Failure.infrastructure(whyNot(lines, platform, log));
        try {
            Files.writeString(stamp(), platform + System.lineSeparator());
            Files.setLastModifiedTime(stamp(), start); // what changes while the build runs is newer
        } catch (IOException e) {
            throw Failure.infrastructure("cannot write " + stamp() + ": " + e.getMessage());
        }
    }

    private int maven(String platform, Path log, Progress progress, List<String> lines) {
        List<String> command = List.of(Place.maven(), "-B", "-Pbench", "-pl", "bench", "-am", "-DskipTests", "-Dlibtorch.platform=" + platform,
            "package");
        int[] downloads = {0};
        try (PrintStream out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            return Children.run(command, place.root(), Map.of("JAVA_HOME", Place.javaHome().toString()), line -> {
                out.println(line);
                lines.add(line);
                if (line.contains("Downloading from")) downloads[0]++;
                progress.step(0, 0, downloads[0] == 0 ? "compiling" : downloads[0] + " files downloaded: " + line.replaceFirst(".*/", ""));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says in one line why the build failed.
    static String whyNot(List<String> lines, String platform, Path log) {
        String all = String.join("\n", lines);
        if (all.contains("Unknown host") || all.contains("Could not transfer") || all.contains("offline mode") || all.contains("timed out")) {
            return "libtorch could not be downloaded: without a network bench needs its libraries from an earlier run; the log is " + log;
        }
        if (all.contains("Could not find artifact org.bytedeco")) {
            return "there is no libtorch jar for " + platform + ", so bench cannot run here; the log is " + log;
        }
        return "bench/ did not build; the log is " + log + lines.stream().filter(l -> l.contains("[ERROR]")).findFirst().map(l -> ": " + l).orElse("");
    }

    private Path stamp() {
        return place.root().resolve(".course/bench.stamp");
    }

    /// Returns whether nothing that the module is made of is newer than its last build.
    boolean isUpToDate() {
        Path root = place.root();
        try {
            if (!Files.isRegularFile(stamp()) || !Files.isRegularFile(root.resolve("bench/target/bench.jar"))) return false;
            FileTime built = Files.getLastModifiedTime(stamp());
            for (String part : List.of("pom.xml", "lib/pom.xml", "lib/src/main", "bench/pom.xml", "bench/src/main")) {
                try (Stream<Path> files = Files.walk(root.resolve(part))) {
                    for (Path file : (Iterable<Path>) files::iterator) if (Files.getLastModifiedTime(file).compareTo(built) > 0) return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false; // something is missing: Maven will say what
        }
    }

    /// Compares results on this terminal and returns the exit code.
    int run(List<String> arguments) {
        return start(List.of("-ea", "-Xmx2g", "-XX:+UseSerialGC"), Map.of(), arguments);
    }

    /// Measures times on this terminal and returns the exit code. Both sides get what they need to be at their best: a heap that is there from the beginning, and
    /// a C library that keeps the memory which libtorch has freed, as Java does. OpenBLAS and OpenMP are told how many threads to use, since libtorch does not tell
    /// them.
    ///
    /// @param threads of both sides
    int measure(int threads, List<String> arguments) {
        Map<String, String> environment = Map.of("MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_", "4000000000", "MALLOC_ARENA_MAX", "1",
            "OMP_NUM_THREADS", "" + threads, "OPENBLAS_NUM_THREADS", "" + threads);
        return start(heap(physicalMegabytes()), environment, arguments);
    }

    /// Measures times on the GPU on this terminal and returns the exit code. The heap holds the numbers of the largest workload, in float and in double.
    int gpu(List<String> arguments) {
        return start(List.of("-Xmx" + Math.min(8192, physicalMegabytes() / 2) + "m"), Map.of(), arguments);
    }

    /// Returns the heap of a JVM that measures: 4 to 8 GB, on small machines a quarter to a half of the memory, as libtorch needs as much.
    ///
    /// @param megabytes memory of the machine
    static List<String> heap(long megabytes) {
        return List.of("-Xms" + Math.min(4096, megabytes / 4) + "m", "-Xmx" + Math.min(8192, megabytes / 2) + "m", "-XX:+AlwaysPreTouch");
    }

    private static long physicalMegabytes() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() >> 20;
    }

    private int start(List<String> options, Map<String, String> environment, List<String> arguments) {
        Path target = place.root().resolve("bench/target");
        Path cache = Place.make(place.root().resolve(".course/javacpp"));
        List<String> command = new ArrayList<>(List.of(Place.java().toString()));
        command.addAll(options);
        command.addAll(List.of("-Djava.awt.headless=true", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
            "-Dorg.bytedeco.javacpp.cachedir=" + cache, "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-cp", target.resolve("bench.jar") + java.io.File.pathSeparator + target.resolve("jars") + java.io.File.separator + "*", MAIN));
        command.addAll(arguments);
        return Children.run(command, Path.of("").toAbsolutePath(), environment);
    }
}
