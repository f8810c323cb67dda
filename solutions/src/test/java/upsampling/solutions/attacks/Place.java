package upsampling.solutions.attacks;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What is there to be attacked: a folder of the grader's with a secret and with the grades, a port that somebody listens on; and what of it has been reached.
///
/// Only the grader's own user may look into the folder.
final class Place implements AutoCloseable {
    static final String GRADES = "results.json";
    private static final String NO_GRADES = "{}";

    private final Path folder;
    private final String mark = "m" + word();
    private final String secret = "s" + word();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final DatagramSocket datagrams = new DatagramSocket(server.getLocalPort(), InetAddress.getLoopbackAddress());
    private volatile boolean connected;

    Place(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("secret"), secret);
        Files.writeString(folder.resolve(GRADES), NO_GRADES);
        Files.createDirectory(folder.resolve("tests"));
        try (var in = Place.class.getResourceAsStream("/upsampling/solutions/lesson01/Reference.class")) {
            Files.copy(in, folder.resolve("tests/Reference.class"));
        }
        Thread.ofPlatform().daemon().start(this::accept);
        Thread.ofPlatform().daemon().start(this::receive);
    }

    private static String word() {
        byte[] bytes = new byte[6];
        RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (var _ = server.accept()) {
                connected = true;
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void receive() {
        try {
            datagrams.receive(new DatagramPacket(new byte[100], 100));
            connected = true;
        } catch (IOException closed) {
            // nobody sent anything
        }
    }

    Path folder() {
        return folder;
    }

    /// Returns a folder that belongs to the same attack, and that nobody knows of.
    Path beside(String name) {
        return folder.resolveSibling(folder.getFileName() + "-" + name);
    }

    String mark() {
        return mark;
    }

    String secret() {
        return secret;
    }

    String filledIn(String text) {
        return text.replace("@PLACE@", folder.toAbsolutePath().toString().replace("\\", "\\\\")).replace("@PORT@", Integer.toString(server.getLocalPort())).replace("@MARK@", mark);
    }

    boolean wasConnectedTo() {
        return connected;
    }

    /// Whether the file of grades is gone, or somebody has written to it.
    boolean gradesTouched() throws IOException {
        Path grades = folder.resolve(GRADES);
        return !Files.exists(grades) || !Files.readString(grades).equals(NO_GRADES);
    }

    /// Whether it holds more than anybody may hand in.
    boolean isFull() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) bytes += Files.size(file);
            return all.size() > 10_000 || bytes > 100L << 20;
        }
    }

    /// Whether a program of the attacker's runs. One that is ending takes a moment.
    boolean isProcessLeft() throws InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            if (processes().findAny().isEmpty()) return false;
            Thread.sleep(100);
        }
        return true;
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(mark));
    }

    /// Ends what the attack has left, so that it disturbs nobody else.
    @Override
    public void close() throws IOException {
        for (ProcessHandle process : processes().toList()) {
            List<ProcessHandle> children = process.descendants().toList(); // asked first: they are nobody's afterwards
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        server.close();
        datagrams.close();
    }
}
