package upsampling.cli.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it replaces the JVM's time zone")
class ZipTest {
    private static final List<Released> FILES = List.of(new Released("a/run", true, new byte[] {1, 2, 3}), new Released("größe.txt", false, new byte[0]));

    @Test
    void anUnzipperFindsFilesAndModes(@TempDir Path folder) throws IOException {
        Path zip = Files.write(folder.resolve("a.zip"), Zip.of("top", FILES));
        try (FileSystem read = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", true))) {
            assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(read.getPath("/top/a/run")));
            assertEquals("rwxr-xr-x", mode(read.getPath("/top/a/run")));
            assertEquals("rw-r--r--", mode(read.getPath("/top/größe.txt")));
        }
    }

    private static String mode(Path file) throws IOException {
        @SuppressWarnings("unchecked")
        var permissions = (Set<PosixFilePermission>) Files.getAttribute(file, "zip:permissions");
        return PosixFilePermissions.toString(permissions);
    }

    @Test
    void theBytesDependOnTheFilesOnly() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            byte[] there = Zip.of("top", FILES);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            assertArrayEquals(there, Zip.of("top", FILES));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
