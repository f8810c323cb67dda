package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks at a process and at what it has started, from outside.
final class ProcessWatch {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long END_SECONDS = 5;

    private final Process process;

    ProcessWatch(Process process) {
        this.process = process;
    }

    List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /// Returns the processor time of all of them; those that have ended count no more.
    Duration processorTime() {
        return tree().stream().map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    /// Returns how much memory all of them hold, in bytes; 0 where the system does not say.
    long residentBytes() {
        return tree().stream().mapToLong(handle -> residentBytes(handle.pid())).sum();
    }

    private static long residentBytes(long process) {
        try {
            Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return line.find() ? Long.parseLong(line.group(1)) * 1024 : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Ends all of them and waits for the first. Children are asked for first: they are nobody's afterwards.
    void kill() {
        List<ProcessHandle> tree = tree();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
