package upsampling.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of the tests: a Chromium that is installed anyway.
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() { }

    /// Returns the first Chromium in the folders of a `PATH`.
    static Optional<Path> find(String path) {
        return Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }
}
