package upsampling.grader.jailed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// Tries what a hostile answer would try, to find out what the wall stops. It tells the truth; what can be seen from outside is looked at from there.
public final class ProbeHost {
    private static final int THREADS = 2000;
    private static final int CONNECT_MILLIS = 1000;
    private static final int CLOCK_MILLIS = 50; // a start is counted from that of the machine, which each process works out for itself
    private static final int MEBIBYTE = 1 << 20;
    private static final int DISK_MEBIBYTES = 128;
    private static final int STACKS = 16; // 640 MiB together: more than a probe may have
    private static final int STACK_MEBIBYTES = 40;
    private static final String LINGER = "linger";

    private ProbeHost() { }

    /// Serves requests until the input ends. With the argument `linger` it does nothing, for as long as it is let.
    ///
    /// @throws IOException if a request is none
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1 && arguments[0].equals(LINGER)) new CountDownLatch(1).await();
        Requests requests = Requests.open();
        while (true) {
            Frame request = requests.next();
            var content = new WireReader(request.payload());
            String what = content.text();
            String where = content.text();
            requests.reply(Frame.Kind.RESULT, request.number(), new WireWriter().value(boolean.class, tried(what, where)));
        }
    }

    /// Returns whether it was possible.
    private static boolean tried(String what, String where) {
        try {
            return switch (what) {
                case "read" -> !Files.readString(Path.of(where)).isEmpty();
                case "write" -> Files.exists(Files.writeString(Path.of(where), "written"));
                case "run" -> new ProcessBuilder(where, "-c", "exit 0").start().waitFor() == 0;
                case "connect" -> connected(Integer.parseInt(where));
                case "see" -> seen(where) || ProcessHandle.allProcesses().count() > 2;
                case "threads" -> started(THREADS);
                case "fill" -> filled(Path.of(System.getProperty("java.io.tmpdir")));
                case "swell" -> swollen();
                case "linger" -> new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                    ProbeHost.class.getName(), LINGER).inheritIO().start().isAlive();
                default -> throw new IllegalArgumentException("ProbeHost: there is no probe " + what);
            };
        } catch (IOException | OutOfMemoryError stopped) {
            return false;
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether a process is there, given by its number and when it has started, in milliseconds.
    private static boolean seen(String process) {
        String[] parts = process.split(" ");
        return ProcessHandle.of(Long.parseLong(parts[0])).flatMap(found -> found.info().startInstant())
            .filter(start -> Math.abs(start.toEpochMilli() - Long.parseLong(parts[1])) <= CLOCK_MILLIS).isPresent();
    }

    private static boolean connected(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            return true;
        }
    }

    /// Starts threads, and waits for their end: as long as they are there, nothing else can be started.
    private static boolean started(int count) throws InterruptedException {
        var end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                threads.add(Thread.ofPlatform().daemon().stackSize(64 << 10).start(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            return true;
        } finally {
            end.countDown();
            for (Thread thread : threads) thread.join();
        }
    }

    /// Fills stacks of threads, which no limit of a virtual machine is about, and holds all of them at the same time.
    private static boolean swollen() throws InterruptedException {
        var full = new CountDownLatch(STACKS);
        var end = new CountDownLatch(1);
        for (int i = 0; i < STACKS; i++) {
            var thread = new Thread(null, () -> {
                try {
                    down(0);
                } catch (StackOverflowError bottom) {
                    full.countDown();
                }
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }, "stack", (long) STACK_MEBIBYTES * MEBIBYTE);
            thread.setDaemon(true);
            thread.start();
        }
        full.await();
        end.countDown();
        return true;
    }

    private static long down(long depth) {
        return down(depth + 1) + 1;
    }

    private static boolean filled(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fill", ".bin");
        byte[] zeros = new byte[MEBIBYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < DISK_MEBIBYTES; i++) out.write(zeros);
            return true;
        } finally {
            Files.delete(file);
        }
    }
}
