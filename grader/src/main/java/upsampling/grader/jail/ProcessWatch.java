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

/// Looks at a program behind a wall and at what it has started, from outside.
final class ProcessWatch {
    private static final Pattern RESIDENT = Pattern.compile("Vm(HWM|RSS):\\s+(\\d+) kB");
    private static final long END_SECONDS = 5;

    private final Process process;
    private final Jail jail;
    private final Path scratch;
    private ProcessHandle inside;

    ProcessWatch(Process process, Jail jail, Path scratch) {
        this.process = process;
        this.jail = jail;
        this.scratch = scratch;
    }

    /// What is seen in one look at the program and all below it. Those that have ended count no more.
    ///
    /// @param processorTime of all of them
    /// @param residentBytes how much memory they hold; 0 where the system does not say
    /// @param mostResidentBytes the most that each of them ever held, added up
    record Look(Duration processorTime, long residentBytes, long mostResidentBytes) {
        private static final Look NOTHING = new Look(Duration.ZERO, 0, 0);

        private Look plus(Look other) {
            return new Look(processorTime.plus(other.processorTime), residentBytes + other.residentBytes, mostResidentBytes + other.mostResidentBytes);
        }
    }

    Look look() {
        return below(program()).map(ProcessWatch::look).reduce(Look.NOTHING, Look::plus);
    }

    private static Look look(ProcessHandle handle) {
        long most = 0;
        long now = 0;
        try {
            Matcher lines = RESIDENT.matcher(Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
            while (lines.find()) {
                long bytes = Long.parseLong(lines.group(2)) << 10;
                if (lines.group(1).equals("HWM")) most = bytes;
                else now = bytes;
            }
        } catch (IOException gone) {
            // or another system
        }
        return new Look(handle.info().totalCpuDuration().orElse(Duration.ZERO), now, most);
    }

    /// Returns the first process of the program. It is asked for once only: a number may be somebody else's later, a handle is not.
    ProcessHandle program() {
        if (inside == null || inside.equals(process.toHandle())) inside = jail.inside(process.toHandle(), scratch);
        return inside;
    }

    /// Returns all of them, and the processes that raise the wall.
    List<ProcessHandle> tree() {
        return Stream.concat(below(process.toHandle()), below(program())).distinct().toList();
    }

    private static Stream<ProcessHandle> below(ProcessHandle first) {
        return Stream.concat(Stream.of(first), first.descendants());
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
