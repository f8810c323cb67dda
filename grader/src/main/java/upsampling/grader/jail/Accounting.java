package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the kernel counts and refuses for a process, read from outside: its control groups, of version 1 or 2, and its filter of calls. A group that the grader is in, too, is no
/// limit of the process's own. What cannot be read counts as not there.
///
/// @param system the root of the files that the kernel shows, `/`
/// @param grader number of the process that looks
/// @param process number of the process that is looked at
record Accounting(Path system, String grader, String process) {
    private static final Pattern FILTER = Pattern.compile("(?m)^Seccomp:\\s+2$");
    /// `36 35 98:0 /root /place options - type source super-options`, with more words before the dash on some machines.
    private static final Pattern MOUNT = Pattern.compile("\\S+ \\S+ \\S+ (\\S+) (\\S+) .*? - (cgroup2?) \\S+ (\\S+)");
    private static final String NONE = "";

    /// Looks at a process of this machine.
    static Accounting of(long process) {
        return new Accounting(Path.of("/"), "self", Long.toString(process));
    }

    /// Whether its group may have few processes and threads only.
    boolean countsProcesses() {
        String most = limit("pids", "pids.max", "pids.max");
        return most.matches("\\d{1,9}") && Integer.parseInt(most) <= Limits.PROCESSES;
    }

    /// Whether its group gets a share of the processors only.
    boolean limitsProcessors() {
        return limit("cpu", "cpu.cfs_quota_us", "cpu.max").matches("\\d+.*"); // else -1 or max
    }

    /// Whether calls to the kernel are filtered.
    boolean filtersCalls() {
        return FILTER.matcher(String.join("\n", lines(proc(process, "status")))).find();
    }

    /// Returns what a file of its own group says.
    private String limit(String controller, String file, String unifiedFile) {
        String own = groupOf(process, controller);
        boolean isUnified = own.isEmpty();
        if (isUnified) own = groupOf(process, NONE);
        if (own.isEmpty() || own.equals(groupOf(grader, isUnified ? NONE : controller))) return NONE;
        for (String line : lines(proc(grader, "mountinfo"))) {
            Matcher mount = MOUNT.matcher(line);
            if (!mount.matches() || isUnified != mount.group(3).equals("cgroup2") || !isUnified && !List.of(mount.group(4).split(",")).contains(controller)) continue;
            String below = mount.group(1).equals("/") ? own : own.startsWith(mount.group(1)) ? own.substring(mount.group(1).length()) : null;
            if (below == null) continue;
            List<String> said = lines(system.resolve(mount.group(2).substring(1) + below + "/" + (isUnified ? unifiedFile : file)));
            if (!said.isEmpty()) return said.getFirst().strip();
        }
        return NONE;
    }

    /// Returns the path of a process's group, from `4:memory:/path`; that of version 2 from `0::/path`.
    private String groupOf(String who, String controller) {
        for (String line : lines(proc(who, "cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) return parts[2];
        }
        return NONE;
    }

    private Path proc(String who, String file) {
        return system.resolve("proc").resolve(who).resolve(file);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
