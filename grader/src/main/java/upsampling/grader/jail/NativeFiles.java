package upsampling.grader.jail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The system's libraries that a Java of its own needs in a root of its own, found with `ldd`; and two tools that give up rights before it starts. Nothing can be gained with
/// them by a program that has given them up.
final class NativeFiles {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    private NativeFiles() { }

    static boolean areNeeded() {
        return System.getProperty("os.name").equals("Linux") && Tools.find("ldd") != null;
    }

    static void copyTo(Path root) throws IOException {
        Set<Path> programs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root.resolve("java"))) {
            files.filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java") || file.endsWith("jspawnhelper")).forEach(programs::add);
        }
        for (String name : List.of("setpriv", "prlimit")) {
            Path tool = Tools.find(name);
            if (tool == null) continue; // the walls that need it say so
            programs.add(tool);
            Files.copy(tool, root.resolve("tools").resolve(name));
        }
        for (Path library : libraries(programs)) {
            if (library.startsWith(root)) continue;
            Path copy = root.resolve(library.toString().substring(1));
            Files.createDirectories(copy.getParent());
            if (!Files.exists(copy)) Files.copy(library.toRealPath(), copy);
        }
    }

    /// Returns what the dynamic loader would load for these files.
    static Set<Path> libraries(Set<Path> programs) throws IOException {
        List<String> command = Stream.concat(Stream.of("ldd"), programs.stream().map(Path::toString)).toList();
        Process ldd = new ProcessBuilder(command).redirectErrorStream(true).start();
        Set<Path> libraries = new TreeSet<>();
        Matcher lines = LIBRARY.matcher(new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        while (lines.find()) libraries.add(Path.of(lines.group(1)));
        return libraries;
    }
}
