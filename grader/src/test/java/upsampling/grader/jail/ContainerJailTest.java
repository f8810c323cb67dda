package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.run.WorkFolder;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// No container stays: not of a grader that was killed, and not of a program that ends while it starts.
class ContainerJailTest {
    private static final ContainerJail JAIL = new ContainerJail();
    private static final int WAIT_SECONDS = 30;

    @TempDir
    static Path folder;

    private static JailRoot root;

    @BeforeAll
    static void makeRoot() throws IOException {
        assumeTrue(OfferedWalls.list().anyMatch(JAIL::equals), "no containers here");
        assertTrue(folder.toFile().setExecutable(true, false)); // another user runs the programs
        root = JailRoot.of(folder, "answers", List.of("java.base"), List.of("upsampling/grader/jailed/ProbeHost"));
    }

    private static Frame ask(JailedProcess process, String what, String where) throws Exception {
        return process.ask(Frame.Kind.CALL, new WireWriter().text(what).text(where), Budget.of(Duration.ofMinutes(2)));
    }

    private static List<String> containersOf(long grader) throws IOException, InterruptedException {
        return podman("ps", "--all", "--format", "{{.Names}}").lines().filter(name -> name.startsWith("course-" + grader + "-")).toList();
    }

    private static String podman(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("podman"), Stream.of(arguments)).toList()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor());
        return said;
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("sh", "-c", "kill -s " + name + " " + pid).start().waitFor());
    }

    private static boolean comesTo(int count, long grader) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (containersOf(grader).size() != count) {
            if (System.nanoTime() > end) return false;
            Thread.sleep(100);
        }
        return true;
    }

    @Test
    void whatAKilledGraderLeftIsRemovedAndWhatARunningOneNeedsIsNot() throws Exception {
        Process killed = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Waiting.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (WorkFolder work = WorkFolder.create(); var mine = JailedProcess.start(JAIL, JailedProgram.probe(root, 8), 1, work)) {
            mine.awaitReady();
            assertEquals('!', killed.getInputStream().read());
            String left = containersOf(killed.pid()).getFirst();
            signal("STOP", podman("inspect", "--format", "{{.State.Pid}}", left)); // else it would end with its input
            killed.destroyForcibly().waitFor();
            Thread.sleep(2000);
            assertEquals(List.of(left), containersOf(killed.pid()), "it must be left before it can be removed");
            JAIL.prepare();
            assertEquals(List.of(), containersOf(killed.pid()));
            assertFalse((Boolean) new WireReader(ask(mine, "run", "/bin/sh").payload()).value(boolean.class)); // it still answers
        } finally {
            killed.destroyForcibly();
        }
        assertTrue(comesTo(0, ProcessHandle.current().pid()), () -> "after its end there is still one");
    }

    /// A grader that says when a program of its has started, and then waits for ever.
    static final class Waiting {
        public static void main(String[] arguments) throws Exception {
            JailRoot root = JailRoot.of(Path.of(arguments[0]), "answers", List.of("java.base"), List.of("upsampling/grader/jailed/ProbeHost"));
            try (WorkFolder work = WorkFolder.create(); var process = JailedProcess.start(JAIL, JailedProgram.probe(root, 8), 2, work)) {
                process.awaitReady();
                System.out.print('!');
                System.out.flush();
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void aProgramThatIsEndedWhileItStartsLeavesNoContainer() throws Exception {
        try (WorkFolder work = WorkFolder.create()) {
            for (int millis = 0; millis < 400; millis += 50) {
                JailedProcess process = JailedProcess.start(JAIL, JailedProgram.probe(root, 8), 3, work);
                Thread.sleep(millis);
                process.close();
            }
        }
        assertTrue(comesTo(0, ProcessHandle.current().pid()), "one is left");
    }

    @Test
    void aGraderIsKnownByMoreThanItsNumber() {
        String self = Graders.self();
        assertFalse(Graders.isDead(self), self);
        String[] parts = self.split(":");
        assertTrue(Graders.isDead(parts[0] + ":" + parts[1] + ":1"), "another program has its number now");
        assertFalse(Graders.isDead("1:" + parts[1] + ":1"), "of another namespace nobody knows");
        assertFalse(Graders.isDead("what"), "that is no grader");
    }
}
