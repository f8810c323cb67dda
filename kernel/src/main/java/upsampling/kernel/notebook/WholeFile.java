package upsampling.kernel.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all, so that neither a crash nor Ctrl-C leaves half of it.
public final class WholeFile {
    private WholeFile() { }

    /// Replaces the file's content; until the new one is complete, the old one stands.
    ///
    /// @throws UncheckedIOException if it cannot be written; the old content is then untouched
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Replaces the file's content; until the new one is complete, the old one stands.
    ///
    /// @throws UncheckedIOException if it cannot be written; the old content is then untouched
    public static void write(Path file, byte[] content) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
