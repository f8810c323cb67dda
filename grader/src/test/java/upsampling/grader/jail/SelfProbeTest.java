package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.grader.jail.SelfProbe.Result;
import upsampling.grader.run.WorkFolder;

/// Each wall is tried with real attacks; what a weaker wall lets through shows that the attacks work.
class SelfProbeTest {
    @TempDir
    static Path folder;

    private static JailRoot root;

    private static WorkFolder work;

    @BeforeAll
    static void makeRoot() throws IOException {
        assertTrue(folder.toFile().setExecutable(true, false)); // another user runs the programs
        work = WorkFolder.create();
        root = JailRoot.of(folder, "answers", List.of("java.base"), List.of("upsampling/grader/jailed/ProbeHost"));
    }

    @AfterAll
    static void close() {
        work.close();
    }

    static Stream<Jail> jails() {
        return OfferedWalls.list();
    }

    @ParameterizedTest
    @MethodSource("jails")
    void aWallReachesTheTierItIsBuiltFor(Jail jail) throws Exception {
        SelfProbe probe = SelfProbe.of(jail, root, work);
        assertEquals(jail.tier(), probe.tier(), probe.text());
        assertEquals(jail.tier() < 3 ? 8 : 12, probe.results().size());
        for (Result result : probe.results()) assertTrue(result.tier() > jail.tier() || result.stopped(), () -> result + " in " + probe.text());
    }

    @Test
    void withoutAWallTheAttacksSucceed() throws Exception {
        SelfProbe probe = SelfProbe.of(new Unjailed(), root, work, true);
        List<String> stopped = probe.results().stream().filter(Result::stopped).map(Result::attack).toList();
        boolean areCallsFiltered = Accounting.of(ProcessHandle.current().pid()).filtersCalls(); // for this test, too, as in many containers
        assertEquals(areCallsFiltered ? List.of("makes any call to the kernel", "leaves a program behind") : List.of("leaves a program behind"), stopped);
        assertEquals(12, probe.results().size());
    }

    /// As in a container: the grader has a small number, which something behind the wall has too; and the first process, here `cat`, inherits orphans and never asks how they
    /// ended.
    @ParameterizedTest
    @MethodSource("jails")
    void inAContainerAWallReachesTheSameTier(Jail jail) throws Exception {
        assumeTrue(Tools.isRoot() && Tools.find("unshare") != null, "a pid namespace needs the administrator and util-linux");
        Path said = folder.resolve(jail.name() + ".txt");
        Process container = new ProcessBuilder("unshare", "--pid", "--fork", "--kill-child=KILL", "--mount-proc", "sh", "-c",
            "mkfifo \"$0\" && { \"$@\" >\"$0\" & exec cat \"$0\"; }", folder.resolve(jail.name() + ".pipe").toString(), ProcessHandle.current().info().command().orElseThrow(), "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Alone.class.getName(), jail.name(), folder.toString())
            .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertTrue(container.waitFor(2, TimeUnit.MINUTES), "it does not end");
        } finally {
            container.destroyForcibly();
        }
        assertEquals(SelfProbe.of(jail, root, work).text(), Files.readString(said).strip());
    }

    /// A grader in a container.
    static final class Alone {
        public static void main(String[] arguments) throws Exception {
            Jail jail = Walls.all().stream().filter(one -> one.name().equals(arguments[0])).findFirst().orElseThrow();
            JailRoot root = JailRoot.of(Path.of(arguments[1]), "answers", List.of("java.base"), List.of("upsampling/grader/jailed/ProbeHost"));
            try (WorkFolder work = WorkFolder.create()) {
                System.out.println(SelfProbe.of(jail, root, work).text());
            }
        }
    }

    @Test
    void aTierIsNeverClaimedForAnAttackThatSucceeds() {
        List<Result> results = List.of(new Result(1, "reads", true), new Result(2, "connects", false), new Result(0, "stays", true));
        assertEquals(1, new SelfProbe(new UnshareJail(), results, "").tier());
        assertEquals("T1 unshare: stops 2 of 3 attacks; an answer that connects is not stopped", new SelfProbe(new UnshareJail(), results, "").text());
        assertEquals(-1, new SelfProbe(new UnshareJail(), List.of(), "no mount").tier());
    }
}
