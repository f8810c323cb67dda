package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.engine.Engine;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.remote.RemoteAnswer;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.run.WorkFolder;
import upsampling.grader.toy.Counting;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireLimits;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// A source that becomes an answer behind every wall that this machine offers: compiled there, called there, graded here.
class JailTest {
    private static final int LARGE_BYTES = 150 << 20;

    @TempDir
    static Path folder;

    private static JailedProgram answers;
    private static JailedProgram compiler;

    private static WorkFolder work;

    @BeforeAll
    static void makeRoots() throws IOException {
        assertTrue(folder.toFile().setExecutable(true, false)); // another user runs the programs
        work = WorkFolder.create();
        answers = JailedProgram.answers(JailRoot.of(folder, "answers", List.of("java.base"),
            List.of("upsampling/grader/jailed/AnswerHost", "upsampling/grader/toy/Counting")));
        compiler = JailedProgram.compiler(JailRoot.of(folder, "compiler", List.of("java.base", "jdk.compiler"),
            List.of("upsampling/grader/jailed/CompileHost", "upsampling/grader/toy/Counting")));
    }

    @AfterAll
    static void close() {
        work.close();
    }

    static Stream<Jail> jails() {
        return OfferedWalls.list();
    }

    private static Map<String, byte[]> compiled(Jail jail, String source) throws Exception {
        try (var process = JailedProcess.start(jail, compiler, 0, work)) {
            var request = new WireWriter().text("answers").number(1).text("Mine.java").bytes(source.getBytes(StandardCharsets.UTF_8)).value(int[].class, new int[] {0});
            var reply = new WireReader(process.ask(Frame.Kind.COMPILE, request, Budget.of(Duration.ofSeconds(20))).payload());
            assertEquals("answers", reply.text());
            assertEquals(List.of("Mine"), List.of((String[]) reply.value(String[].class)));
            reply.value(String[].class);
            assertEquals(List.of(), List.of((String[]) reply.value(String[].class)));
            Map<String, byte[]> classes = new LinkedHashMap<>();
            int count = reply.number(10, "classes");
            for (int i = 0; i < count; i++) classes.put(reply.text(), reply.bytes(WireLimits.FRAME, "bytes"));
            reply.end();
            return classes;
        }
    }

    private record Run(List<Observed> observed, Ending ending, String printed) { }

    private static String source(String body) {
        return "package answers; public class Mine implements upsampling.grader.toy.Counting { public long twice(long n) { " + body + " } }";
    }

    private static Run run(Jail jail, String body) throws Exception {
        return run(jail, body, Duration.ofSeconds(1));
    }

    private static Run run(Jail jail, String body, Duration limit) throws Exception {
        Map<String, byte[]> classes = compiled(jail, source(body));
        List<Observed> observed = new ArrayList<>();
        try (var process = JailedProcess.start(jail, answers, 0, work)) {
            Budget budget = Budget.of(limit);
            Object answer = RemoteAnswer.create(process, Counting.class, "answers.Mine", classes, budget);
            Engine.Run run = Engine.run(LessonPlan.of(Counting.class).task("99.1"), answer, Seed.DEFAULT, observed::add);
            return new Run(observed, run.ending(), process.takeOutput(Budget.of(Duration.ofSeconds(1))).text());
        }
    }

    @ParameterizedTest
    @MethodSource("jails")
    void aRightAnswerIsRight(Jail jail) throws Exception {
        Run run = run(jail, "System.out.println(n + \" é\"); return 2 * n;");
        assertEquals(Ending.FINISHED, run.ending);
        assertTrue(run.observed.stream().allMatch(one -> one.verdict() == Verdict.PASS), run.observed::toString);
        assertTrue(run.printed.contains("3 é"), run.printed);
    }

    @ParameterizedTest
    @MethodSource("jails")
    void whatItThrowsIsRebuilt(Jail jail) throws Exception {
        Run run = run(jail, "int[] none = {}; return none[(int) n];");
        assertEquals(Verdict.EXCEPTION, run.observed.getFirst().verdict());
        assertTrue(run.observed.getFirst().message().startsWith("The answer threw ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 0"), run.observed.getFirst().message());
    }

    @ParameterizedTest
    @MethodSource("jails")
    void aLoopIsStopped(Jail jail) throws Exception {
        Run run = run(jail, "System.out.println(\"in the loop\"); while (true) { }");
        assertEquals(Verdict.TIMEOUT, run.ending.verdict());
        assertEquals("in the loop", run.printed.strip());
    }

    /// Memory of stacks is counted by nobody in the machine; a wall that counts it ends the machine, and the grader must not call that a crash.
    @ParameterizedTest
    @MethodSource("jails")
    void memoryThatJavaDoesNotCountIsStopped(Jail jail) throws Exception {
        Run run = run(jail, """
            for (int i = 0; i < 40; i++) {
                var thread = new Thread(null, () -> { try { down(0); } catch (StackOverflowError e) { } while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } } }, "s", 40 << 20);
                thread.setDaemon(true);
                thread.start();
            }
            try { Thread.sleep(30_000); } catch (InterruptedException e) { }
            return 2 * n;
        }
        static long down(long depth) {
            return down(depth + 1) + 1;
            """, Duration.ofSeconds(20));
        assertEquals(Verdict.MEMORY, run.ending.verdict(), run.ending::message);
    }

    @ParameterizedTest
    @MethodSource("jails")
    void theMostMemoryIsKnownAfterAShortAnswer(Jail jail) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "this system does not say what a process holds");
        assertTrue(mostResident(jail, "return 2 * n;") < LARGE_BYTES);
        assertTrue(mostResident(jail, "byte[] large = new byte[" + LARGE_BYTES + "]; java.util.Arrays.fill(large, (byte) 1); return 2 * n + large[0] - 1;") > LARGE_BYTES);
    }

    private static long mostResident(Jail jail, String body) throws Exception {
        var most = new LongAccumulator(Math::max, 0);
        Map<String, byte[]> classes = compiled(jail, source(body));
        try (var process = JailedProcess.start(jail, answers, 0, work, most)) {
            Object answer = RemoteAnswer.create(process, Counting.class, "answers.Mine", classes, Budget.of(Duration.ofSeconds(2)));
            assertEquals(6, ((Counting) answer).twice(3));
        }
        return most.get();
    }

    /// What a shell leaves in the background is nobody's child: it is found by its user alone.
    @Test
    void behindUidAnOrphanEndsWithTheAnswer() throws Exception {
        assertOrphansEnd((process, _) -> process.close());
    }

    @Test
    void behindUidAnOrphanEndsWithTheRun() throws Exception {
        assertOrphansEnd((_, run) -> run.close());
    }

    private interface End {
        void of(JailedProcess process, WorkFolder run);
    }

    private static void assertOrphansEnd(End end) throws Exception {
        Jail jail = new UidJail();
        assumeTrue(jail.obstacle().isEmpty(), jail.obstacle());
        String mark = "9" + ProcessHandle.current().pid() + "." + System.nanoTime() % 1_000_000;
        Map<String, byte[]> classes = compiled(jail, source("""
            try {
                new ProcessBuilder("/bin/sh", "-c", "sleep MARK & (sleep MARK & exit 0)").start().waitFor();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return 2 * n;""".replace("MARK", mark)));
        try (WorkFolder own = WorkFolder.create()) {
            JailedProcess process = JailedProcess.start(jail, answers, 0, own);
            assertEquals(6, ((Counting) RemoteAnswer.create(process, Counting.class, "answers.Mine", classes, Budget.of(Duration.ofSeconds(2)))).twice(3));
            List<ProcessHandle> orphans = ProcessHandle.allProcesses().filter(one -> one.info().commandLine().orElse("").contains(mark)).toList();
            assertTrue(orphans.size() >= 2, () -> "they must be there before they can end, but there are " + orphans);
            assertTrue(process.tree().stream().noneMatch(orphans::contains), "they are no orphans");
            end.of(process, own);
            assertTrue(orphans.stream().allMatch(SelfProbe::ends), () -> "one of them goes on: " + orphans);
        }
    }

    @ParameterizedTest
    @MethodSource("jails")
    void theEndOfTheMachineIsAVerdict(Jail jail) throws Exception {
        Run run = run(jail, "Runtime.getRuntime().halt(0); return 0;");
        assertEquals(new Ending(Verdict.CRASH, "The answer ended its virtual machine, exit code 0"), run.ending);
    }
}
