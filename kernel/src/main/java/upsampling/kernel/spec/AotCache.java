package upsampling.kernel.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The AOT cache of a kernel (JEP 483, 514, 515): its classes as they are after loading, and which methods were hot. With it the kernel starts in
/// about two thirds of the time; without it everything works the same.
///
/// The file lies beside the kernel's jar. It fits one JDK, one set of jars and one set of flags, so its name has a digest of these: a
/// cache that no longer fits is simply not found. A second file has its checksum, written last, since the JVM checks only the head.
public final class AotCache {
    private static final String PREFIX = "kernel-";
    private static final String SUFFIX = ".aot";
    private static final String CHECKSUM = ".crc";
    private static final String FAILED = ".failed";
    private static final int KEY_BYTES = 8;
    private static final int LAST_LINES = 3;
    private static final int BUFFER_BYTES = 1 << 16;

    private final KernelSpec spec;
    private final Path file;

    private AotCache(KernelSpec spec, Path file) {
        this.spec = spec;
        this.file = file;
    }

    /// The cache, there or not, of the kernel that the spec starts.
    ///
    /// @throws IOException if the kernel's jars cannot be read
    public static AotCache of(KernelSpec spec) throws IOException {
        return new AotCache(spec, spec.jar().resolveSibling(PREFIX + key(spec) + SUFFIX));
    }

    /// The digest of everything a cache depends on: the JDK's build, the flags, and name, size and time of each jar.
    private static String key(KernelSpec spec) throws IOException {
        StringBuilder parts = new StringBuilder();
        Path release = spec.java().resolveSibling("..").resolve("release").normalize();
        parts.append(spec.java()).append('\n').append(Files.exists(release) ? Files.readString(release) : "").append('\n');
        parts.append(KernelSpec.FLAGS).append(spec.moreFlags()).append('\n');
        for (Path jar : jars(spec.jar())) {
            parts.append(jar).append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) { // every Java has it
            throw new AssertionError(impossible);
        }
    }

    private static List<Path> jars(Path jar) throws IOException {
        List<Path> all = new ArrayList<>(List.of(jar));
        Path libraries = jar.resolveSibling("jars");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    /// Where the cache is, or would be.
    public Path file() {
        return file;
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /// True if the cache is there and whole.
    public boolean isCurrent() {
        try {
            return Files.exists(file) && Files.readString(beside(CHECKSUM)).equals(checksum(file));
        } catch (IOException _) {
            return false;
        }
    }

    /// True if [#make] has failed for this JDK, these jars and flags: it would fail again.
    public boolean hasFailed() {
        return Files.exists(beside(FAILED));
    }

    /// The flags with which the kernel uses the cache; none if there is no current one. Should the file be gone when the kernel starts, it
    /// starts without, and the JVM's complaint about it is switched off.
    public List<String> flags() {
        return isCurrent() ? flags(file) : List.of();
    }

    /// The flags for any file; one that does not fit, or is none, costs time only.
    public static List<String> flags(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /// Makes the cache: a kernel answers the cells of a small lesson, then the JVM writes down what it has learnt. Caches of former jars
    /// and JDKs are removed. Takes 10 to 60 s.
    ///
    /// @param patience after which the kernel is stopped
    /// @throws IOException with the reason if there is no cache then; nothing is left but a mark for [#hasFailed]
    public void make(Duration patience) throws IOException {
        removeAll();
        Path workshop = Files.createTempDirectory(file.getParent(), "aot");
        try {
            Path draft = workshop.resolve("kernel.aot");
            Path log = workshop.resolve("log");
            boolean ended = train(draft, log, patience);
            if (!Files.exists(draft)) {
                String reason = ended ? lastLines(log) : "it took longer than " + patience.toSeconds() + " s";
                Files.writeString(beside(FAILED), reason);
                throw new IOException(reason);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(beside(CHECKSUM), checksum(file));
        } finally {
            remove(workshop);
        }
    }

    /// @return false if it had to be stopped
    private boolean train(Path draft, Path log, Duration patience) throws IOException {
        List<String> command = new ArrayList<>(List.of(spec.java().toString()));
        command.addAll(KernelSpec.FLAGS);
        command.addAll(spec.moreFlags());
        command.addAll(List.of("-XX:AOTCacheOutput=" + draft, "-jar", spec.jar().toString(), "--train"));
        Process kernel = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        kernel.getOutputStream().close();
        Thread end = new Thread(() -> stop(kernel), "end training");
        Runtime.getRuntime().addShutdownHook(end);
        boolean ended;
        try {
            ended = kernel.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted");
        } finally {
            stop(kernel);
        }
        removeHook(end);
        return ended;
    }

    private static void stop(Process kernel) {
        kernel.descendants().forEach(ProcessHandle::destroyForcibly);
        kernel.destroyForcibly();
    }

    private static void removeHook(Thread end) throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) { // Ctrl-C: it was the hook that ended the training, so it has not failed
            throw new IOException("it was interrupted", ending);
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return lines.isEmpty() ? "the JVM said nothing" : String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private void removeAll() throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(file.getParent())) {
            old = files.filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9a-f]+\\" + SUFFIX + ".*")).toList();
        }
        for (Path path : old) {
            Files.deleteIfExists(path);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> content;
        try (Stream<Path> files = Files.list(folder)) {
            content = files.toList();
        }
        for (Path path : content) {
            Files.deleteIfExists(path);
        }
        Files.deleteIfExists(folder);
    }

    private static String checksum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum.update(buffer, 0, count);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
