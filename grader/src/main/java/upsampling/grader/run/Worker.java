package upsampling.grader.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import upsampling.grader.Verdict;
import upsampling.grader.engine.Text;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.run.Wire.Reply;
import upsampling.grader.run.Wire.Request;

/// The grader's end of the second virtual machine.
///
/// It is killed from outside when a task takes too long; the caller then starts another one. On Ctrl-C it dies with the grader: its
/// [WorkFolder] ends it, and its standard input ends.
final class Worker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /// The search itself ends after one second, unless the answer never returns.
    private static final Duration SMALLEST_LIMIT = Duration.ofSeconds(4);
    private static final long OUTPUT_MILLIS = 2000;
    private static final long END_SECONDS = 5;
    /// Small and quick to start; no native code, no attaching, the same language and time zone everywhere.
    private static final List<String> FLAGS = List.of("-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-XX:MaxMetaspaceSize=96m",
        "-XX:MaxDirectMemorySize=32m", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading", "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=deny", "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Duser.timezone=UTC",
        "-Duser.language=en", "-Duser.country=US");
    /// What a JVM needs of the environment (the locale says how file names are encoded); the rest, such as keys and options of the learner's shell, is
    /// no business of an answer.
    private static final List<String> ENVIRONMENT = List.of("PATH", "SystemRoot", "TEMP", "TMP", "LD_LIBRARY_PATH", "LC_ALL", "LC_CTYPE", "LANG");

    private final Process process;
    private final Printed printed;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private boolean ready;
    private boolean usable = true;

    private Worker(Process process, String secret) throws IOException {
        this.process = process;
        printed = new Printed(process.getErrorStream(), secret);
        daemon(printed, "printed");
        daemon(new ReplyLines(process.getInputStream(), secret, replies), "replies");
        send(secret);
    }

    /// What a task's run gave.
    ///
    /// @param observed the parts that were reached
    /// @param ending how it ended
    /// @param output what was printed
    /// @param smallest the simplest input found on which the answer is wrong, or null
    record Run(List<Observed> observed, Ending ending, Output output, Counterexample smallest) { }

    /// Starts a virtual machine; it gets ready while the caller goes on.
    ///
    /// @throws GraderFailure if it cannot be started
    static Worker start(Path java, String classPath, WorkFolder folder) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
        var builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !ENVIRONMENT.contains(name));
        try {
            return new Worker(folder.start(builder), HexFormat.of().formatHex(random));
        } catch (IOException e) {
            throw new GraderFailure("check: the grading JVM cannot be started with " + java + "; ./course doctor names the JDK", e);
        }
    }

    boolean usable() {
        return usable;
    }

    /// Runs one task.
    ///
    /// @param limit how long it may take, wall-clock
    Run run(Request request, Duration limit) throws InterruptedException {
        awaitReady();
        List<Observed> observed = new ArrayList<>();
        Ending ending = null;
        try {
            send(Wire.line(request));
        } catch (IOException e) {
            ending = crashed();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        while (ending == null) {
            Reply reply = replies.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (reply == null) {
                ending = new Ending(Verdict.TIMEOUT, "The answer did not end within " + Text.number(limit.toMillis() / 1000.0) + " s and was stopped");
                kill();
            } else if (reply == ReplyLines.END) {
                ending = crashed();
            } else if (reply.part() != null) {
                observed.add(reply.part());
            } else if (reply.end() != null) {
                ending = reply.end();
                return new Run(observed, ending, printed.take(OUTPUT_MILLIS), smallest());
            }
        }
        usable = false;
        return new Run(observed, ending, printed.take(OUTPUT_MILLIS), null);
    }

    /// Listens until the worker is free again. Some simpler input may make the answer loop or end its machine: then the simplest one so far counts, and
    /// the verdict stays as it is.
    private Counterexample smallest() throws InterruptedException {
        Counterexample smallest = null;
        long deadline = System.nanoTime() + SMALLEST_LIMIT.toNanos();
        while (true) {
            Reply reply = replies.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (reply == null || reply == ReplyLines.END) {
                kill();
                usable = false;
                return smallest;
            }
            if (reply.smallest() != null) smallest = reply.smallest();
            if (reply.over() == null) continue;
            usable = !reply.over().dirty();
            printed.take(OUTPUT_MILLIS);
            return smallest;
        }
    }

    private void awaitReady() throws InterruptedException {
        if (ready) return;
        Reply first = replies.poll(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null || !first.ready()) {
            kill();
            throw new GraderFailure("check: the grading JVM did not get ready; it said: " + printed.take(OUTPUT_MILLIS).text().strip());
        }
        ready = true;
        printed.forget();
    }

    private Ending crashed() throws InterruptedException {
        boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        return new Ending(Verdict.CRASH, "The answer ended its virtual machine" + (ended ? ", exit code " + process.exitValue() : ""));
    }

    private void send(String line) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void kill() {
        WorkFolder.kill(process);
    }

    /// Ends the machine and waits until it is gone.
    @Override
    public void close() {
        kill();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable code, String name) {
        var thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
    }
}
