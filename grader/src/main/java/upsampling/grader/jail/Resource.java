package upsampling.grader.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Files of this package on the disk, where a shell can read them: one copy for the life of this virtual machine.
final class Resource {
    private static final Map<String, Path> COPIES = new ConcurrentHashMap<>();

    private Resource() { }

    static Path file(String name) {
        return COPIES.computeIfAbsent(name, Resource::copy);
    }

    private static Path copy(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            Path file = Files.createTempFile("course-", "-" + name);
            file.toFile().deleteOnExit();
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("grade: " + name + " cannot be written", e);
        }
    }
}
