package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.run.CheckListener;
import upsampling.grader.run.CheckRun;

/// A check that is ended from outside leaves no virtual machine and no folder behind.
class CtrlCTest {
    @TempDir
    Path folder;

    /// A check as a program of its own.
    static final class Program {
        private Program() { }

        public static void main(String[] arguments) throws InterruptedException {
            CheckRun.of(Path.of(arguments[0])).withLimit(Duration.ofMinutes(5)).withListener(new CheckListener() {
                @Override
                public void started(String task, int index, int of) {
                    if (task.equals("1.4")) System.out.println("looping");
                }
            }).run();
        }
    }

    @Test
    void aTerminatedCheckLeavesNothingBehind() throws Exception {
        ProcessHandle worker = endLooping(false);
        worker.onExit().get(30, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().startsWith("course-check")).toList());
        }
    }

    @Test
    void theSecondMachineEndsEvenIfTheFirstIsKilled() throws Exception {
        endLooping(true).onExit().get(30, TimeUnit.SECONDS);
    }

    /// Starts a check of an answer that loops, ends it while it loops, and returns its second machine.
    private ProcessHandle endLooping(boolean forcibly) throws Exception {
        Path answers = folder.resolve("answers");
        Files.createDirectories(answers.resolve("lesson01"));
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"), """
            package answers.lesson01;
            public class MyConvMacs implements upsampling.tasks.Pooling {
                public long convMacs(int oh, int ow, int in, int out, upsampling.tensor.Window k) { while (true) { } }
            }
            """);
        Process check = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temporary,
            "-cp", System.getProperty("java.class.path"), Program.class.getName(), answers.toString()).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(check.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("looping", lines.readLine());
            ProcessHandle worker = null;
            for (int i = 0; i < 600 && worker == null; i++) {
                worker = check.descendants().findFirst().orElse(null);
                Thread.sleep(50);
            }
            assertNotNull(worker, "the check has no second machine");
            assertTrue(worker.isAlive());
            if (forcibly) {
                check.destroyForcibly();
            } else {
                check.destroy();
            }
            assertTrue(check.waitFor(30, TimeUnit.SECONDS));
            return worker;
        }
    }
}
