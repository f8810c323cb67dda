package upsampling.grader.jail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Finds the system's tools.
final class Tools {
    private Tools() { }

    /// Returns the path of a tool, or null if it is not installed. The folders of the administrator's tools are searched, too.
    static Path find(String name) {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
        for (String folder : folders.split(Pattern.quote(File.pathSeparator))) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) return file.toAbsolutePath();
        }
        return null;
    }

    /// Whether this process is the administrator's, whatever that user is called here.
    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return false;
        }
    }
}
