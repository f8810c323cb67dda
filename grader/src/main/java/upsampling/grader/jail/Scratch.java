package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Empty folders for programs behind a wall without a file system of its own: another user may have to write there.
final class Scratch {
    private Scratch() { }

    static Path create(Path folder) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "scratch");
        var file = scratch.toFile();
        folder.toFile().setExecutable(true, false); // the way there; names in it stay unknown
        if (!file.setWritable(true, false) | !file.setReadable(true, false) | !file.setExecutable(true, false)) {
            throw new IOException(scratch + " cannot be opened to others");
        }
        return scratch;
    }
}
