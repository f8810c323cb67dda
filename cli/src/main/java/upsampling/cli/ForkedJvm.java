package upsampling.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Runs a command of the course again in a JVM with the options that lessons need: asserts, the Vector API, native access, more memory.
/// They cannot be switched on in a running JVM, and the short commands start faster without them.
final class ForkedJvm {
    private static final String FORKED = "course.forked";
    /// What a JVM with an incubator module prints about itself; lessons switch the module on knowingly.
    private static final String INCUBATOR_NOTE = "WARNING: Using incubator modules: jdk.incubator.vector\n";

    private ForkedJvm() { }

    static boolean isThisOne() {
        return Boolean.getBoolean(FORKED);
    }

    /// Runs `course ARGUMENTS` in a forked JVM on this terminal and returns its exit code.
    static int run(Place place, List<String> arguments, boolean terminal) {
        List<String> command = new ArrayList<>(List.of(Place.java().toString(), "-ea", "-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
            "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-Dcourse.home=" + place.root(), "-D" + FORKED + "=true", "-Dcourse.terminal=" + terminal,
            "-jar", place.root().resolve(".course/app/course.jar").toString()));
        command.addAll(arguments);
        return Children.runReadingErrors(command, Path.of("").toAbsolutePath(), Map.of(), ForkedJvm::passOn);
    }

    /// Hands on what the child prints on standard error, byte by byte as it comes, without its first line if that is the note.
    private static void passOn(InputStream from) {
        PrintStream err = System.err;
        byte[] note = INCUBATOR_NOTE.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] head = from.readNBytes(note.length);
            if (!Arrays.equals(head, note)) err.write(head, 0, head.length);
            byte[] buffer = new byte[4096];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                err.write(buffer, 0, n);
                err.flush();
            }
        } catch (IOException e) {
            err.println("(the error output ended: " + e.getMessage() + ")");
        }
    }
}
