package upsampling.grader.jail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import upsampling.grader.engine.RunEnded;
import upsampling.grader.run.Folders;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.WorkFolder;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// Finds out what a wall is worth on this machine: eight attacks are tried behind it, and the tier is the highest one that stops all of its own. A wall of tier 3 must stop four more.
///
/// @param jail the wall
/// @param results one for each attack, in a fixed order; empty if no program could be started behind it
/// @param failure why none could; empty if one could
public record SelfProbe(Jail jail, List<Result> results, String failure) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SCRATCH_MEBIBYTES = 8;
    private static final int HARD = 3;
    private static final long END_SECONDS = 3;
    private static final long LOOK_MILLIS = 10;

    /// What became of one attack.
    ///
    /// @param tier the lowest that must stop it
    /// @param attack in a few words
    /// @param stopped whether it was stopped
    public record Result(int tier, String attack, boolean stopped) { }

    /// Tries a wall.
    ///
    /// @param root the root of answers, see {@link Walls}
    /// @param folder of the run, where a secret can be laid down
    public static SelfProbe of(Jail jail, JailRoot root, WorkFolder folder) throws IOException, InterruptedException {
        return of(jail, root, folder, jail.tier() >= HARD);
    }

    /// @param isHard whether the attacks of tier 3 are tried, too
    static SelfProbe of(Jail jail, JailRoot root, WorkFolder folder, boolean isHard) throws IOException, InterruptedException {
        Path place = folder.write(() -> Files.createTempDirectory(folder.path(), "probe"));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path secret = Files.createFile(place.resolve("secret"));
            Files.writeString(secret, "hidden");
            if (Files.getFileStore(secret).supportsFileAttributeView("posix")) Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            jail.prepare();
            List<Result> results = tried(jail, root, secret, folder, server.getLocalPort(), isHard);
            if (isHard) results.add(new Result(HARD, "takes memory that Java does not count", !swells(jail, root, folder)));
            return new SelfProbe(jail, List.copyOf(results), "");
        } catch (GraderFailure e) {
            return new SelfProbe(jail, List.of(), e.getMessage());
        } finally {
            Folders.delete(place);
        }
    }

    private static List<Result> tried(Jail jail, JailRoot root, Path secret, WorkFolder folder, int port, boolean isHard) throws InterruptedException, IOException {
        JailedProgram program = JailedProgram.probe(root, SCRATCH_MEBIBYTES);
        List<Result> results = new ArrayList<>();
        try (var process = JailedProcess.start(jail, program, 0, folder)) {
            results.add(new Result(1, "reads a file of the grader", !possible(process, "read", secret.toString())));
            Path written = secret.resolveSibling("written");
            possible(process, "write", written.toString());
            results.add(new Result(1, "writes beside it", !Files.exists(written)));
            results.add(new Result(2, "runs another program", !possible(process, "run", "/bin/sh")));
            results.add(new Result(2, "connects to a port of this machine", !possible(process, "connect", Integer.toString(port))));
            results.add(new Result(2, "sees the grader's process", !possible(process, "see", self())));
            results.add(new Result(2, "writes 128 MiB", !possible(process, "fill", "")));
            results.add(new Result(1, "starts 2000 threads", !possible(process, "threads", ""))); // late: what is started right after it may fail for its sake
            if (isHard) {
                var seen = Accounting.of(process.program().pid());
                results.add(new Result(HARD, "starts processes that nobody counts", seen.countsProcesses()));
                results.add(new Result(HARD, "takes all processors", seen.limitsProcessors()));
                results.add(new Result(HARD, "makes any call to the kernel", seen.filtersCalls()));
            }
            possible(process, "linger", "");
            List<ProcessHandle> started = process.tree();
            process.close();
            results.add(new Result(0, "leaves a program behind", started.stream().allMatch(SelfProbe::ends)));
        }
        return results;
    }

    /// Whether more memory can be taken than the program may have, if nobody but the kernel looks.
    private static boolean swells(Jail jail, JailRoot root, WorkFolder folder) throws InterruptedException {
        try (var process = JailedProcess.start(jail, JailedProgram.probe(root, SCRATCH_MEBIBYTES), 0, folder)) {
            Frame reply = process.ask(Frame.Kind.CALL, new WireWriter().text("swell").text(""), Budget.of(LIMIT), Long.MAX_VALUE);
            return (Boolean) new WireReader(reply.payload()).value(boolean.class);
        } catch (RunEnded | WireFault ended) {
            return false;
        }
    }

    /// Returns this process as the probe recognizes it: number and start. By number alone it would take itself for a grader in a container, whose numbers are as small.
    private static String self() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " " + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Whether a process is gone soon: a killed one takes a moment, and then somebody has to ask for its exit code. In a container there may be nobody who asks: the first
    /// process, which inherits it, is a grader or a shell. Then it keeps its number, and runs no more.
    static boolean ends(ProcessHandle process) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (process.isAlive() && !isDefunct(process)) {
            if (System.nanoTime() > patience) return false;
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean isDefunct(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return line.startsWith("Z", line.lastIndexOf(')') + 2); // behind the name, which may hold anything
        } catch (IOException elsewhere) {
            return false;
        }
    }

    private static boolean possible(JailedProcess process, String what, String where) throws InterruptedException {
        try {
            Frame reply = process.ask(Frame.Kind.CALL, new WireWriter().text(what).text(where), Budget.of(LIMIT));
            return (Boolean) new WireReader(reply.payload()).value(boolean.class);
        } catch (RunEnded | WireFault broken) {
            throw new GraderFailure("grade: the probe '" + what + "' of the jail ended: " + broken.getMessage());
        }
    }

    /// Returns the tier that was reached: -1 if nothing runs behind this wall.
    public int tier() {
        if (results.isEmpty()) return -1;
        for (int tier = 0; tier <= jail.tier(); tier++) {
            int needed = tier;
            if (results.stream().anyMatch(result -> result.tier() == needed && !result.stopped())) return tier - 1;
        }
        return jail.tier();
    }

    /// Returns the tier and the wall, such as `T2 unshare`.
    public String label() {
        return "T" + tier() + " " + jail.name();
    }

    /// Returns one line for a person: `T2 unshare: stops all of 8 attacks`, or what it does not stop.
    public String text() {
        if (results.isEmpty()) return jail.name() + " cannot be used: " + failure;
        List<Result> open = results.stream().filter(result -> !result.stopped()).toList();
        if (open.isEmpty()) return label() + ": stops all of " + results.size() + " attacks";
        return label() + ": stops " + (results.size() - open.size()) + " of " + results.size() + " attacks; an answer that "
            + open.stream().map(Result::attack).collect(Collectors.joining(", ")) + " is not stopped";
    }
}
