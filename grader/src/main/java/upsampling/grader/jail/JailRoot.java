package upsampling.grader.jail;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import upsampling.grader.run.Folders;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Sha256;

/// All files that a jailed program sees: a Java of its own with few modules, a jar with what it needs of the course, and on Linux the system libraries of that Java.
///
/// ```
/// java/            the image that jlink made: no compiler, no desktop, no attaching where it holds answers
/// course/main.jar  classes of the course, and main.aot, if there is an ahead-of-time cache
/// lib*/            libc and its loader
/// tools/           setpriv, which the shell inside the new root starts the program with
/// tmp/ proc/ old/  where file systems are mounted
/// dev/             where three devices are
/// etc/ run/ sys/   where podman mounts its own, which would else make them here
/// ```
/// It is made once for a Java and a course, and never changed: its name is the hash of what is in it.
///
/// @param path of the folder
public record JailRoot(Path path) {
    static final List<String> DEVICES = List.of("null", "random", "urandom");
    private static final String JAR = "course/main.jar";
    static final String CACHE = "course/main.aot";
    private static final String DRAFT = "making";
    private static final int LAYOUT = 3; // to be counted up when what is in a root changes

    /// Returns the root for a program, and makes it if it is not there yet.
    ///
    /// @param folder where roots are kept
    /// @param name of the program, such as `answers`
    /// @param modules of the Java platform
    /// @param roots classes, such as `upsampling/grader/jailed/AnswerHost`; all they need of the course comes along
    /// @throws GraderFailure if jlink fails
    public static JailRoot of(Path folder, String name, List<String> modules, List<String> roots) throws IOException {
        return of(folder, name, modules, ClassClosure.of(roots), _ -> { });
    }

    /// Something that is made in a root before anybody uses it.
    interface Preparation {
        void in(JailRoot root) throws IOException;
    }

    static JailRoot of(Path folder, String name, List<String> modules, SortedMap<String, byte[]> classes, Preparation preparation) throws IOException {
        Path path = folder.resolve(name + "-" + hash(modules, classes));
        if (Files.isDirectory(path)) {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now())); // in use
            return new JailRoot(path);
        }
        Files.createDirectories(folder);
        forgetOld(folder, name);
        Path made = Files.createTempDirectory(folder, DRAFT);
        try {
            link(modules, made.resolve("java"));
            archive(made);
            writeJar(classes, made.resolve(JAR));
            preparation.in(new JailRoot(made));
            for (String empty : List.of("tmp", "proc", "old", "tools", "dev", "etc", "run", "sys")) Files.createDirectories(made.resolve(empty));
            for (String device : DEVICES) Files.createFile(made.resolve("dev").resolve(device));
            for (String mounted : List.of("etc/hostname", "etc/mtab", "run/.containerenv")) Files.createFile(made.resolve(mounted));
            if (NativeFiles.areNeeded()) NativeFiles.copyTo(made);
            readable(made);
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) { // graders that start together make the same; that the other one was first is said in words that differ from system to system
            if (!Files.isDirectory(path)) throw another;
        } finally {
            Folders.delete(made);
        }
        return new JailRoot(path);
    }

    /// Deletes roots of earlier versions that nobody has used for a day.
    private static void forgetOld(Path folder, String name) throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (var files = Files.list(folder)) {
            for (Path old : files.filter(path -> path.getFileName().toString().startsWith(name + "-") || path.getFileName().toString().startsWith(DRAFT)).toList()) {
                if (Files.getLastModifiedTime(old).toInstant().isBefore(yesterday)) Folders.delete(old);
            }
        }
    }

    /// Returns the path of the Java launcher.
    Path java() {
        return path.resolve("java/bin").resolve(System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java");
    }

    /// Returns the path of the course's classes.
    Path jar() {
        return path.resolve(JAR);
    }

    private static String hash(List<String> modules, SortedMap<String, byte[]> classes) {
        MessageDigest digest = Sha256.start();
        digest.update((LAYOUT + " " + Runtime.version() + " " + modules).getBytes(StandardCharsets.UTF_8));
        classes.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static void link(List<String> modules, Path image) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new GraderFailure("grade: this Java has no jlink; use a JDK 25, ./course doctor names it"));
        List<String> arguments = new ArrayList<>(List.of("--add-modules", String.join(",", modules), "--strip-debug", "--no-header-files", "--no-man-pages",
            "--output", image.toString()));
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        if (jlink.run(writer, writer, arguments.toArray(String[]::new)) != 0) throw new GraderFailure("grade: jlink cannot make a Java for the jail: " + said.toString().strip());
    }

    /// Keeps the platform's classes in the form in which they are used, which halves the time of a start. Without it a start only takes longer.
    private static void archive(Path root) throws IOException {
        Process dump = new ProcessBuilder(new JailRoot(root).java().toString(), "-Xshare:dump", "-XX:+UseSerialGC", "-Xlog:disable").redirectErrorStream(true).start();
        dump.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void writeJar(SortedMap<String, byte[]> classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar); var entries = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                JarEntry file = new JarEntry(entry.getKey() + ".class");
                file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                entries.putNextEntry(file);
                entries.write(entry.getValue());
                entries.closeEntry();
            }
        }
    }

    /// Whatever this user's mask is: another user runs the program.
    private static void readable(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                file.toFile().setReadable(true, false);
                if (Files.isDirectory(file) || Files.isExecutable(file)) file.toFile().setExecutable(true, false);
            }
        }
    }
}
