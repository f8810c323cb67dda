package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
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
                dynamicTest("undisturbed", SlurmTest::undisturbed));
        });
    }

    private static void start() throws Exception {
        folder.toFile().setExecutable(true, false);
        home = GradeHome.create(Files.createDirectory(folder.resolve("home")), SUBMISSIONS).path();
        Files.createDirectories(home.resolve("docs"));
        Files.copy(Path.of("../docs/cluster/grade.sbatch"), home.resolve("grade.sbatch"));
        Path temporary = Files.createDirectory(folder.resolve("tmp")); // what a dead node leaves behind goes with this test
        lab = SlurmLab.start(folder.resolve("lab"), home, Map.of("JAVA_HOME", Place.javaHome().toString(), "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary));
        lab.run("./course", "grade", "submissions", "--out", "alone", "--task", "1.4");
        expected = GradeHome.reports(home.resolve("alone"));
        assertEquals(1 + 3 * SUBMISSIONS, expected.size());
    }

    private static void lint() throws Exception {
        lab.run("sbatch", "--test-only", "--array=" + ALL, "grade.sbatch", Integer.toString(SHARDS), "submissions", "--out", "none");
    }

    /// Submits shards; returns the id of the array.
    private static String submit(String out, String shards) throws Exception {
        return lab.run("sbatch", "--parsable", "--array=" + shards, "grade.sbatch", Integer.toString(SHARDS), "submissions", "--out", out, "--task", "1.4");
    }

    /// Submits the merge; returns its id.
    private static String merge(String out, String array) throws Exception {
        return lab.run("sbatch", "--parsable", "--dependency=afterany:" + array, "grade.sbatch", "merge", "submissions", "--out", out, "--task", "1.4");
    }

    private static String log(String job) throws IOException {
        Path file = home.resolve("slurm-" + job + ".out");
        return Files.exists(file) ? Files.readString(file) : "";
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
}
