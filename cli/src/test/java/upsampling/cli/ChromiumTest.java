package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @TempDir
    private Path folder;

    private Path make(String place, boolean executable) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        assertTrue(file.toFile().setExecutable(executable));
        return file;
    }

    @Test
    void theFirstExecutableOneOnThePathIsTaken() throws IOException {
        make("a/chromium", false);
        Files.createDirectories(folder.resolve("b/chromium"));
        Path chrome = make("c/google-chrome", true);
        make("d/chromium", true);
        String path = String.join(File.pathSeparator, "", folder.resolve("a").toString(), folder.resolve("b").toString(), folder.resolve("none").toString(),
            folder.resolve("c").toString(), folder.resolve("d").toString());
        assertEquals(Optional.of(chrome), Chromium.find(path));
    }

    @Test
    void aMachineWithoutOneHasNone() throws IOException {
        make("a/firefox", true);
        assertEquals(Optional.empty(), Chromium.find(folder.resolve("a").toString()));
        assertEquals(Optional.empty(), Chromium.find(""));
    }
}
