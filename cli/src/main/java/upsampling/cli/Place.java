package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import upsampling.kernel.notebook.WholeFile;

/// Where the course's folders lie. A checkout that cannot be written to (a read-only mount) keeps what changes in a folder of the user.
///
/// @param root the checkout
/// @param data the folder for what changes: the checkout itself, or the user's folder
record Place(Path root, Path data) {

    /// Finds the place from the system property `course.home`, which the launcher sets.
    static Place find() {
        String home = System.getProperty("course.home");
        if (home == null) throw Failure.usage("start the course with ./course (the launcher says where the checkout is)");
        Path root = Path.of(home).toAbsolutePath().normalize();
        return new Place(root, Files.isWritable(root) ? root : userFolder());
    }

    private static Path userFolder() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home"));
        String windows = System.getenv("LOCALAPPDATA");
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base = os.contains("win") && windows != null ? Path.of(windows)
            : os.contains("mac") ? user.resolve("Library/Application Support")
            : xdg != null && !xdg.isEmpty() ? Path.of(xdg)
            : user.resolve(".local/share");
        return base.resolve("upsampling-course");
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// Returns the name of Maven's launcher.
    static String maven() {
        return isWindows() ? "mvn.cmd" : "mvn";
    }

    /// The learner's folder.
    Path work() {
        return data.resolve("work");
    }

    Path state() {
        return work().resolve(".state");
    }

    Path notebooks() {
        return root.resolve("notebooks");
    }

    Path kernelJar() {
        return root.resolve(".course/app/kernel.jar");
    }

    Path pythonFiles() {
        return root.resolve("cli/src/main/python");
    }

    /// The home of the JDK that runs this command, which the launcher chose.
    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    static Path java() {
        return javaHome().resolve("bin").resolve(isWindows() ? "java.exe" : "java");
    }

    /// Creates a folder; a failure names it.
    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.infrastructure("cannot make the folder " + folder + ": " + e.getMessage());
        }
    }

    /// Writes a file whole or not at all; a failure names it.
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file whole or not at all; a failure names it.
    static void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, content);
        } catch (UncheckedIOException e) {
            throw Failure.infrastructure("cannot write " + file + ": " + e.getCause().getMessage());
        }
    }
}
