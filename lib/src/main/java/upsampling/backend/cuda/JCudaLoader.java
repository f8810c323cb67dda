package upsampling.backend.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jcuda.driver.JCudaDriver;

/// Loads JCuda's library from a private folder.
///
/// JCuda unpacks it under a fixed name into the folder for temporary files, leaves it there, and trusts whatever already has that name: on a shared machine that may be
/// somebody else's library, and a half-written one stays broken.
final class JCudaLoader {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static boolean isLoaded;

    private JCudaLoader() { }

    /// @throws LinkageError if JCuda is not there, or has no library for this machine
    static synchronized void load() {
        if (isLoaded) return;
        String shared = System.getProperty(TEMPORARY);
        try {
            Path folder = Files.createTempDirectory("upsampling-jcuda-"); // only its owner may enter
            try {
                System.setProperty(TEMPORARY, folder.toString());
                JCudaDriver.setExceptionsEnabled(true); // its class is initialized here, and with it the library
            } finally {
                System.setProperty(TEMPORARY, shared);
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("JCuda: no folder for its library could be made in " + shared, e);
        }
        isLoaded = true;
    }

    /// The library stays in memory; where a file in use cannot be deleted (Windows), it is left behind.
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
