package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kernel shows of control groups of both versions, as files of this test.
class AccountingTest {
    private static final String OLD_MOUNTS = """
        24 23 0:21 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct
        25 23 0:22 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids
        """;
    private static final String NEW_MOUNT = "26 23 0:23 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";

    @TempDir
    private Path system;

    private void write(String file, String text) throws IOException {
        Path path = system.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Accounting seen() {
        return new Accounting(system, "1", "2");
    }

    private void oldGroups(String processes, String share) throws IOException {
        write("proc/1/mountinfo", OLD_MOUNTS);
        write("proc/1/cgroup", "8:pids:/\n2:cpu,cpuacct:/\n");
        write("proc/2/cgroup", "8:pids:/pod/one\n2:cpu,cpuacct:/pod/one\n");
        write("sys/fs/cgroup/pids/pod/one/pids.max", processes + "\n");
        write("sys/fs/cgroup/cpu/pod/one/cpu.cfs_quota_us", share + "\n");
    }

    private void newGroup(String processes, String share) throws IOException {
        write("proc/1/mountinfo", NEW_MOUNT);
        write("proc/1/cgroup", "0::/user\n");
        write("proc/2/cgroup", "0::/pod/one\n");
        write("sys/fs/cgroup/pod/one/pids.max", processes + "\n");
        write("sys/fs/cgroup/pod/one/cpu.max", share + "\n");
    }

    @Test
    void limitsOfTheFirstVersionAreSeen() throws IOException {
        oldGroups("256", "100000");
        assertTrue(seen().countsProcesses());
        assertTrue(seen().limitsProcessors());
        oldGroups("max", "-1");
        assertFalse(seen().countsProcesses());
        assertFalse(seen().limitsProcessors());
    }

    @Test
    void limitsOfTheSecondVersionAreSeen() throws IOException {
        newGroup("256", "100000 100000");
        assertTrue(seen().countsProcesses());
        assertTrue(seen().limitsProcessors());
        newGroup("max", "max 100000");
        assertFalse(seen().countsProcesses());
        assertFalse(seen().limitsProcessors());
    }

    @Test
    void aHundredThousandProcessesAreNoLimit() throws IOException {
        newGroup("100000", "100000 100000");
        assertFalse(seen().countsProcesses());
    }

    /// As for a grader in a container that has limits: they are for it and all its answers together.
    @Test
    void theGradersOwnGroupIsNoLimit() throws IOException {
        newGroup("256", "100000 100000");
        write("proc/1/cgroup", "0::/pod/one\n");
        assertFalse(seen().countsProcesses());
        assertFalse(seen().limitsProcessors());
    }

    /// As in a container that sees a part of the groups only, under their full names.
    @Test
    void aGroupBelowAMountIsFound() throws IOException {
        oldGroups("256", "100000");
        write("proc/1/mountinfo", OLD_MOUNTS.replace(" / /sys", " /pod /sys"));
        assertFalse(seen().countsProcesses());
        write("sys/fs/cgroup/pids/one/pids.max", "256\n");
        assertTrue(seen().countsProcesses());
    }

    @Test
    void onlyAFilterOfCallsIsOne() throws IOException {
        write("proc/2/status", "Name:\tjava\nSeccomp:\t2\nSeccomp_filters:\t1\n");
        assertTrue(seen().filtersCalls());
        write("proc/2/status", "Name:\tjava\nSeccomp:\t0\nSeccomp_filters:\t2\n");
        assertFalse(seen().filtersCalls());
    }

    @Test
    void whatCannotBeReadIsNotThere() {
        assertFalse(seen().countsProcesses());
        assertFalse(seen().limitsProcessors());
        assertFalse(seen().filtersCalls());
    }
}
