package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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

    /// Deletes a folder, if it is there, and what is in it; links are not followed.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
