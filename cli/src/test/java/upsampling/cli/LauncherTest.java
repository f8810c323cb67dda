package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The shell launcher in a checkout whose path has blanks and letters beyond ASCII, with a program in the course's place that prints what it was given.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher there is course.cmd")
class LauncherTest {
    @TempDir
    private Path folder;
    private Path checkout;

    /// Stands in for the course: prints its home and its arguments.
    public static final class Echo {
        public static void main(String[] args) {
            System.out.println(System.getProperty("course.home"));
            System.out.println(System.getenv("JAVA_HOME").equals(System.getProperty("java.home")));
            for (String arg : args) System.out.println("<" + arg + ">");
            System.exit(args.length == 0 ? 0 : 10);
        }
    }

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("Übung mit Leerzeichen 上采样"));
        Files.copy(Path.of("..", "course"), checkout.resolve("course"));
        Files.setPosixFilePermissions(checkout.resolve("course"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Path app = Files.createDirectories(checkout.resolve(".course/app"));
        Files.writeString(app.resolve("stamp"), "");
        Files.setLastModifiedTime(app.resolve("stamp"), FileTime.from(Instant.now().plusSeconds(60)));
        writeJar(app.resolve("course.jar"));
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String name = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest);
                var in = Echo.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
        }
    }

    private record Ended(int code, List<String> lines) { }

    private Ended launch(Path script, Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        List<String> lines = new ArrayList<>();
        int code = Children.run(command, folder, environment, lines::add);
        return new Ended(code, lines);
    }

    @Test
    void argumentsAndExitCodePassThrough() throws IOException {
        Ended ended = launch(checkout.resolve("course"), Map.of(), "run", "a b", "");
        assertEquals(10, ended.code());
        assertEquals(List.of(checkout.toRealPath().toString(), "true", "<run>", "<a b>", "<>"), ended.lines());
    }

    @Test
    void pathsBeyondAsciiWorkInALocaleWithoutUtf8() throws IOException {
        Ended ended = launch(checkout.resolve("course"), Map.of("LC_ALL", "C", "LANG", "C"));
        assertEquals(List.of(checkout.toRealPath().toString(), "true"), ended.lines());
        assertEquals(0, ended.code());
    }

    @Test
    void aLinkToTheLauncherFindsTheCheckout() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("course-link"), checkout.resolve("course"));
        assertEquals(checkout.toRealPath().toString(), launch(link, Map.of()).lines().getFirst());
    }

    @Test
    void withoutMavenOneLineSaysWhatToInstall() throws IOException {
        Files.setLastModifiedTime(checkout.resolve(".course/app/stamp"), FileTime.from(Instant.EPOCH)); // so that a build is due
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "find", "head", "grep", "mktemp", "rm", "cat", "tr")) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(tools.resolve(tool))) Files.createSymbolicLink(tools.resolve(tool), Path.of(place + tool));
            }
        }
        Ended ended = launch(checkout.resolve("course"), Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));
        assertEquals(20, ended.code());
        assertEquals(1, ended.lines().size(), ended.lines().toString());
        assertTrue(ended.lines().getFirst().contains("Maven is missing: install Maven 3.8 or newer"), ended.lines().toString());
    }

    /// All files of a zip have one time, so a newer students' copy that is unzipped over an older one has no file that is newer than the last build.
    @Test
    void aStudentsCopyUnzippedOverAnOlderOneIsBuiltAnewOnce() throws IOException {
        Files.writeString(checkout.resolve(".release"), "first");
        Files.writeString(checkout.resolve(".course/app/release"), "first");
        Path old = Files.writeString(Files.createDirectories(checkout.resolve("lib/target/classes")).resolve("Old.class"), "compiled from a file that is gone");
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path maven = Files.writeString(tools.resolve("mvn"), """
            #!/bin/sh
            echo built >>builds
            mkdir -p cli/target/jars kernel/target && cp .course/app/course.jar cli/target/ && cp .course/app/course.jar kernel/target/kernel.jar
            """);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> withMaven = Map.of("PATH", tools + ":" + System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home"));
        assertEquals(0, launch(checkout.resolve("course"), withMaven).code());
        assertFalse(Files.exists(checkout.resolve("builds")), "the same release is not built again");
        Files.writeString(checkout.resolve(".release"), "second");
        assertEquals(0, launch(checkout.resolve("course"), withMaven).code());
        assertEquals(List.of("built"), Files.readAllLines(checkout.resolve("builds")));
        assertFalse(Files.exists(old), "nothing of the older copy is left");
        assertEquals(0, launch(checkout.resolve("course"), withMaven).code());
        assertEquals(List.of("built"), Files.readAllLines(checkout.resolve("builds")), "built once");
    }
}
