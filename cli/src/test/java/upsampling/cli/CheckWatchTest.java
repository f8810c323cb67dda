package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `course check --watch`: what it sees, what it grades, and how it ends.
@Timeout(120)
class CheckWatchTest {
    @TempDir
    private Path checkout;

    private Path answer(String name, String body) throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("work/answers/lesson01"));
        Path half = folder.resolve(name + ".java.part"); // as editors save: beside it, then in its place
        Files.writeString(half, "package answers.lesson01; import upsampling.tasks.Pooling; import upsampling.tensor.*;\npublic class " + name
            + " implements Pooling {\n" + body + "\n}\n");
        return Files.move(half, folder.resolve(name + ".java"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path macs(long result) throws IOException {
        return answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { return " + result + "L; }");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void savedMadeAndDeletedFilesAreSeenWithAndWithoutMessagesOfTheSystem(boolean listens) throws IOException, InterruptedException {
        Path answers = checkout.resolve("work/answers");
        try (AnswerWatch watch = new AnswerWatch(answers, listens)) {
            Path one = macs(1);
            assertEquals(Set.of(one), watch.await());
            Files.setLastModifiedTime(one, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
            Path two = answer("MyOutputSize", "");
            assertEquals(Set.of(one, two), watch.await());
            Files.delete(two);
            assertEquals(Set.of(two), watch.await());
        }
    }

    @Test
    void aSavedFileIsGradedAloneAndCtrlCLeavesNothing() throws Exception {
        Assumptions.assumeFalse(Place.isWindows(), "Ctrl-C cannot be sent to another process on Windows");
        Assumptions.assumeFalse(ignoresInterrupts(), "these tests were started with Ctrl-C ignored, as a shell does for commands in the background");
        macs(1);
        Path temporary = Files.createDirectories(checkout.resolve("tmp"));
        Process process = new ProcessBuilder(Place.java().toString(), "-Dcourse.home=" + checkout, "-Djava.io.tmpdir=" + temporary, "-cp",
            System.getProperty("java.class.path"), "upsampling.cli.Course", "check", "--watch").redirectErrorStream(true).start();
        List<ProcessHandle> children;
        try (BufferedReader out = process.inputReader()) {
            String first = until(out, "Watching");
            assertTrue(first.contains("✗ 1.4") && first.contains("· 1.1"), first);
            assertFalse(first.contains("\033"), "no control characters where there is no terminal");
            answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { return (long) oh * ow * in * out * k.kernel() * k.kernel(); }");
            String second = until(out, "Watching");
            assertTrue(second.contains("✓ 1.4") && !second.contains("1.1"), second);
            assertTrue(second.lines().anyMatch(line -> line.matches("──── \\d\\d:\\d\\d:\\d\\d ─+")), "a line with the time above each grading: " + second);
            answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { while (true) { } }");
            while (process.descendants().findAny().isEmpty()) Thread.sleep(20); // the second Java has been started: now the answer loops
            children = process.descendants().toList();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "Ctrl-C ends it");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(130, process.exitValue());
        for (ProcessHandle child : children) child.onExit().get(10, TimeUnit.SECONDS);
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.filter(file -> file.getFileName().toString().startsWith("course-check")).toList());
        }
    }

    /// Who is started with an ignored signal ignores it too, and hands that on. Linux says so in a bit mask; signal 2 is Ctrl-C.
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) return false;
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:")).anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << 2 - 1) != 0);
        }
    }

    @Test
    void watchingIsForPeople() {
        System.setProperty("course.home", checkout.toString());
        try {
            assertEquals(Exit.USAGE, Course.commandLine().setErr(new java.io.PrintWriter(new java.io.StringWriter())).execute("check", "--watch", "--json"));
        } finally {
            System.clearProperty("course.home");
        }
    }

    private static String until(BufferedReader out, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
            if (line.startsWith(end)) return text.toString();
        }
        throw new AssertionError("it ended after: " + text);
    }
}
