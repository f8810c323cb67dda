package upsampling.kernel.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a text file whole or not at all, so that neither a crash nor Ctrl-C leaves half of it.
public final class WholeFile {
    private WholeFile() { }

    /// Replaces the file's content; until the new one is complete, the old one stands.
    ///
    /// @throws UncheckedIOException if it cannot be written; the old content is then untouched
    public static void write(Path file, String text) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
