package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `docs/cluster/grade.sbatch` on a real Slurm of three nodes, with machines that fail: whatever happens, what comes out is what one undisturbed run gives.
class SlurmTest {
    private static final int SUBMISSIONS = 12;
    private static final int SHARDS = 5;
    private static final String ALL = "0-" + (SHARDS - 1);

    @TempDir
    static Path folder;

    private static SlurmLab lab;
    private static Path home;
    private static Map<String, String> expected;

    @AfterAll
    static void stop() {
        if (lab != null) lab.close();
    }

    @TestFactory
    Stream<DynamicTest> theArrayOnARealSlurm() throws IOException {
        return Needs.orSkip(() -> {
            assumeTrue(Boolean.getBoolean("course.full"), "it takes minutes; ./course test --full runs it");
            String obstacle = SlurmLab.obstacle();
            if (!obstacle.isEmpty()) Needs.lacks("slurm", obstacle);
            return Stream.of(
                dynamicTest("one run without a cluster, and a Slurm", SlurmTest::start),
                dynamicTest("the script is one that Slurm takes", SlurmTest::lint),
                dynamicTest("undisturbed", SlurmTest::undisturbed),
                dynamicTest("a shard ends with 20 and is tried again", SlurmTest::tried),
                dynamicTest("a shard always ends with 20: it is tried four times, the merge refuses", SlurmTest::lost),
                dynamicTest("a node dies", SlurmTest::dead),
                dynamicTest("a node is cut off and comes back", SlurmTest::frozen),
                dynamicTest("cancelled and submitted again", SlurmTest::cancelled),
                dynamicTest("a shard runs twice at a time", SlurmTest::twice));
        });
    }

    private static void start() throws Exception {
        folder.toFile().setExecutable(true, false);
        home = GradeHome.create(Files.createDirectory(folder.resolve("home")), SUBMISSIONS).path();
        Files.copy(Path.of("../docs/cluster/grade.sbatch"), home.resolve("grade.sbatch"));
        Path temporary = Files.createDirectory(folder.resolve("tmp")); // what a dead node leaves behind goes with this test
        lab = SlurmLab.start(folder.resolve("lab"), home, Map.of("JAVA_HOME", Place.javaHome().toString(), "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary));
        lab.run("./course", "grade", "submissions", "--out", "alone", "--task", "1.4");
        expected = GradeHome.reports(home.resolve("alone"));
        assertEquals(1 + 3 * SUBMISSIONS, expected.size());
        Files.move(home.resolve(".course/jail"), folder.resolve("jail")); // so that the first shards make theirs, all at once
    }

    private static void lint() throws Exception {
        lab.run("sbatch", "--test-only", "--array=" + ALL, "grade.sbatch", Integer.toString(SHARDS), "submissions", "--out", "none");
        Files.writeString(home.resolve("wrong.sbatch"), Files.readString(home.resolve("grade.sbatch")).replace("--cpus-per-task", "--cpu-per-task"));
        assertTrue(lab.refused("sbatch", "--test-only", "wrong.sbatch").contains("unrecognized option '--cpu-per-task=2'"));
    }

    /// Submits shards; returns the id of the array.
    private static String submit(String out, String shards) throws Exception {
        return lab.run("sbatch", "--parsable", "--array=" + shards, "grade.sbatch", Integer.toString(SHARDS), "submissions", "--out", out, "--task", "1.4");
    }

    /// Submits the merge; returns its id.
    private static String merge(String out, String array) throws Exception {
        return lab.run("sbatch", "--parsable", "--dependency=afterany:" + array, "grade.sbatch", "merge", "submissions", "--out", out, "--task", "1.4");
    }

    private static String log(String job) {
        Path file = home.resolve("slurm-" + job + ".out");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All logs, for a test that fails.
    private static String logs() {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".out")).sorted().toList()) {
                all.append("== ").append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        } catch (IOException e) {
            all.append(e);
        }
        return all.toString();
    }

    private static void assertMerged(String out, String merge) throws Exception {
        lab.awaitEnd(merge);
        assertEquals("COMPLETED", lab.state(merge), SlurmTest::logs);
        assertEquals(expected, GradeHome.reports(home.resolve(out)));
    }

    private static void undisturbed() throws Exception {
        String array = submit("undisturbed", ALL);
        assertMerged("undisturbed", merge("undisturbed", array));
        for (int shard = 0; shard < SHARDS; shard++) {
            String said = log(array + "_" + shard);
            assertTrue(said.contains("shard %d of %d, attempt 0 on n".formatted(shard, SHARDS)) && said.strip().endsWith("exit 0"), said);
        }
    }

    /// Another run that writes to the same shard, as far as a grader can see; until it is closed, each attempt ends with 20.
    private static FileChannel occupied(String out, int shard) throws IOException {
        Path journal = Files.createDirectories(home.resolve(out)).resolve("journal-%d-of-%d.jsonl".formatted(shard, SHARDS));
        FileChannel channel = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /// Returns how the attempts of a shard have ended, in order.
    private static List<Integer> exits(String job) {
        return Pattern.compile("(?m)^shard \\d+ of \\d+, attempt \\d+ on n\\d: exit (\\d+)$").matcher(log(job)).results().map(exit -> Integer.valueOf(exit.group(1))).toList();
    }

    private static void tried() throws Exception {
        String array;
        String merge;
        try (FileChannel _ = occupied("tried", 2)) {
            array = submit("tried", ALL);
            merge = merge("tried", array);
            lab.await("a first attempt of shard 2", () -> !exits(array + "_2").isEmpty());
        }
        assertMerged("tried", merge);
        List<Integer> exits = exits(array + "_2");
        assertEquals(Exit.INFRASTRUCTURE, exits.getFirst());
        assertEquals(Exit.OK, exits.getLast());
        assertTrue(log(array + "_2").contains("grade: another run is writing to tried"), SlurmTest::logs);
    }

    private static void lost() throws Exception {
        try (FileChannel _ = occupied("lost", 2)) {
            String array = submit("lost", ALL);
            String merge = merge("lost", array);
            lab.awaitEnd(merge);
            assertEquals(Collections.nCopies(4, Exit.INFRASTRUCTURE), exits(array + "_2"));
            assertEquals("FAILED", lab.state(array + "_2"));
            assertEquals("FAILED", lab.state(merge));
            assertTrue(lab.run("scontrol", "show", "job", merge).contains("ExitCode=" + Exit.INFRASTRUCTURE + ":0"));
            assertTrue(log(merge).contains("of 5 shards these have not finished: [2]; run each with --shard i/5, and merge again"), log(merge));
            assertFalse(Files.exists(home.resolve("lost/grades.csv")));
        }
        assertMerged("lost", merge("lost", submit("lost", "2"))); // only the lost one again
    }

    /// Waits until a node grades, and returns the shard.
    private static int gradedOn(String node, String out) throws Exception {
        int[] shard = {-1};
        lab.await(node + " to grade", () -> {
            String running = lab.jobs("--nodelist=" + node, "--states=RUNNING", "--format=%K");
            if (running.isEmpty()) return false;
            shard[0] = Integer.parseInt(running.lines().findFirst().orElseThrow());
            return Files.exists(home.resolve("%s/journal-%d-of-%d.jsonl".formatted(out, shard[0], SHARDS)));
        });
        return shard[0];
    }

    private static void declareDown(String node) throws Exception {
        lab.run("scontrol", "update", "nodename=" + node, "state=down", "reason=test"); // what Slurm does by itself after SlurmdTimeout
    }

    private static void dead() throws Exception {
        String array = submit("dead", ALL);
        String merge = merge("dead", array);
        int shard = gradedOn("n1", "dead");
        lab.node("crash", "n1");
        declareDown("n1");
        assertMerged("dead", merge);
        assertEquals(List.of(Exit.OK), exits(array + "_" + shard), "what ran on the dead node has said nothing");
        assertTrue(log(array + "_" + shard).contains("attempt 1 on n"), SlurmTest::logs);
        lab.node("up", "n1");
        lab.awaitNodes();
    }

    /// Until it comes back, the lock of the copy on the frozen node keeps its twin from grading; then that copy is ended, and the twin goes on.
    private static void frozen() throws Exception {
        String array = submit("frozen", ALL);
        String merge = merge("frozen", array);
        String job = array + "_" + gradedOn("n1", "frozen");
        lab.node("freeze", "n1");
        declareDown("n1");
        lab.await("a twin elsewhere", () -> log(job).contains("attempt 1 on n"));
        lab.node("thaw", "n1");
        assertMerged("frozen", merge);
        assertEquals(Exit.INFRASTRUCTURE, exits(job).getFirst());
        assertEquals(Exit.OK, exits(job).getLast());
        lab.awaitNodes();
    }

    private static void cancelled() throws Exception {
        String array = submit("cancelled", ALL);
        gradedOn("n1", "cancelled");
        lab.run("scancel", array);
        lab.awaitEnd(array);
        assertMerged("cancelled", merge("cancelled", submit("cancelled", ALL)));
    }

    private static void twice() throws Exception {
        String one = submit("twice", "0");
        String two = submit("twice", "0");
        String rest = submit("twice", "1-" + (SHARDS - 1));
        assertMerged("twice", merge("twice", one + ":" + two + ":" + rest));
        assertTrue((log(one + "_0") + log(two + "_0")).contains("grade: another run is writing to twice"), SlurmTest::logs);
        List<String> journal = Files.readAllLines(home.resolve("twice/journal-0-of-%d.jsonl".formatted(SHARDS)));
        assertEquals(journal.stream().distinct().toList(), journal, "a unit in the journal twice was graded twice");
    }
}
