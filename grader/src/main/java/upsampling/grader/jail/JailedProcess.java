package upsampling.grader.jail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import upsampling.grader.Verdict;
import upsampling.grader.engine.RunEnded;
import upsampling.grader.result.Ending;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.run.Folders;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Printed;
import upsampling.grader.run.WorkFolder;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// The grader's end of a jailed virtual machine: one request, one reply. Whatever the other side does ends in a reply or in a verdict.
///
/// Its time is processor time, measured from outside, so that a busy machine costs nobody points; wall-clock time is a backstop.
public final class JailedProcess implements AutoCloseable {
    /// How often the other side is looked at while a reply is awaited.
    private static final long LOOK_MILLIS = 20;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long OUTPUT_MILLIS = 2000;
    private static final long END_SECONDS = 5;
    private static final int OUT_OF_MEMORY = 3; // exit code of -XX:+ExitOnOutOfMemoryError
    private static final String TOO_MUCH_MEMORY = "The answer took more memory than it may and was stopped";
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Jail jail;
    private final JailedProgram program;
    private final int slot;
    private final Path scratch;
    private final ProcessWatch watch;
    private final LongAccumulator mostResident;
    private final DataOutputStream out;
    private final BlockingQueue<Object> replies = new LinkedBlockingQueue<>(); // frames, a WireFault, or the process at its end
    private final String mark;
    private final Printed printed;
    private int number;
    private boolean isReady;
    private boolean isOver;

    private JailedProcess(Process process, Jail jail, JailedProgram program, int slot, Path scratch, LongAccumulator mostResident) {
        this.process = process;
        this.jail = jail;
        this.program = program;
        this.slot = slot;
        this.scratch = scratch;
        this.mostResident = mostResident;
        watch = new ProcessWatch(process, jail, scratch);
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        mark = HexFormat.of().formatHex(random);
        printed = new Printed(process.getErrorStream(), mark);
        Thread.ofPlatform().daemon().name("printed").start(printed);
        Thread.ofPlatform().daemon().name("replies").start(this::readReplies);
    }

    /// Starts a program behind a wall; it gets ready while the caller goes on.
    ///
    /// @param slot tells programs that run at the same time apart, from 0
    /// @param folder of the run, with which the program ends
    /// @throws GraderFailure if it cannot be started
    public static JailedProcess start(Jail jail, JailedProgram program, int slot, WorkFolder folder) {
        return start(jail, program, slot, folder, new LongAccumulator(Math::max, 0));
    }

    /// @param mostResident is told how much memory it holds, in bytes
    static JailedProcess start(Jail jail, JailedProgram program, int slot, WorkFolder folder, LongAccumulator mostResident) {
        try {
            Path scratch = folder.write(() -> Scratch.create(folder.path()));
            var builder = new ProcessBuilder(jail.command(program, slot, scratch)).directory(scratch.toFile());
            String path = builder.environment().get("PATH");
            builder.environment().clear(); // keys and options of the teacher's shell are no business of an answer
            if (path != null) builder.environment().put("PATH", path);
            Process process = folder.start(builder, started -> end(new ProcessWatch(started, jail, scratch), jail, slot, scratch));
            return new JailedProcess(process, jail, program, slot, scratch, mostResident);
        } catch (IOException e) {
            throw new GraderFailure("grade: the jail '" + jail.name() + "' cannot be started: " + e.getMessage(), e);
        }
    }

    private static void end(ProcessWatch watch, Jail jail, int slot, Path scratch) {
        watch.kill();
        jail.sweep(slot, scratch);
    }

    private void readReplies() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            for (Frame frame = Frame.readFrom(in); frame != null; frame = Frame.readFrom(in)) replies.add(frame);
        } catch (WireFault fault) {
            replies.add(fault);
        } catch (IOException gone) {
            // the process was killed
        }
        replies.add(process);
    }

    /// Waits until the machine takes requests.
    ///
    /// @throws GraderFailure if it does not come up: nothing of a student has run in it yet
    public void awaitReady() throws InterruptedException {
        if (isReady) return;
        Object first = replies.poll(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (!(first instanceof Frame frame) || frame.kind() != Frame.Kind.READY) {
            close();
            throw new GraderFailure("grade: a jailed Java did not get ready; it said: " + printed.take(OUTPUT_MILLIS).text().strip());
        }
        isReady = true;
        printed.forget();
    }

    /// Sends a request and waits for its reply.
    ///
    /// @throws RunEnded if the other side ends, takes too long or too much, or breaks the protocol
    public Frame ask(Frame.Kind kind, WireWriter content, Budget budget) throws InterruptedException {
        return ask(kind, content, budget, (long) program.memoryMebibytes() << 20);
    }

    /// @param mostBytes the memory that it may hold before it is stopped from here; the wall may have a limit of its own
    Frame ask(Frame.Kind kind, WireWriter content, Budget budget, long mostBytes) throws InterruptedException {
        awaitReady();
        if (isOver) throw new IllegalStateException("JailedProcess: it is over");
        if (!replies.isEmpty()) throw over(unasked(replies.poll()));
        try {
            new Frame(kind, ++number, content.payload()).writeTo(out);
        } catch (IOException gone) {
            // the replies say how it ended
        }
        while (true) {
            Object reply = replies.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (reply instanceof Frame frame && frame.number() == number && frame.kind() != Frame.Kind.READY) return frame;
            if (reply != null) throw over(unasked(reply));
            ProcessWatch.Look look = look();
            Ending exceeded = budget.exceeded(look.processorTime());
            if (exceeded == null && look.residentBytes() > mostBytes) exceeded = new Ending(Verdict.MEMORY, TOO_MUCH_MEMORY);
            if (exceeded != null) throw over(exceeded);
        }
    }

    private ProcessWatch.Look look() {
        ProcessWatch.Look look = watch.look();
        mostResident.accumulate(look.mostResidentBytes());
        return look;
    }

    private Ending unasked(Object reply) throws InterruptedException {
        if (reply instanceof WireFault fault) return RunEnded.crash(fault.getMessage()).ending();
        if (reply instanceof Frame) return RunEnded.crash("a reply that nobody asked for").ending();
        boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        if (ended && process.exitValue() == OUT_OF_MEMORY) return new Ending(Verdict.MEMORY, "The answer ran out of memory");
        if (ended && process.exitValue() == KILLED && jail.countsMemory()) return new Ending(Verdict.MEMORY, TOO_MUCH_MEMORY);
        return new Ending(Verdict.CRASH, "The answer ended its virtual machine" + (ended ? ", exit code " + process.exitValue() : ""));
    }

    private RunEnded over(Ending ending) {
        close();
        return new RunEnded(ending);
    }

    /// Returns what was printed since the last call of this method.
    public Output takeOutput(Budget budget) throws InterruptedException {
        if (!isOver) {
            try {
                Frame reply = ask(Frame.Kind.OVER, new WireWriter().text(mark), budget);
                if (new WireReader(reply.payload()).number() > 0) close(); // threads that still run would cost the next task its time
            } catch (RunEnded | WireFault ended) {
                close(); // what came until then is all there is
            }
        }
        return printed.take(OUTPUT_MILLIS);
    }

    /// Returns the processor time of the program and of what it started.
    public Duration processorTime() {
        return look().processorTime();
    }

    /// Returns the first process of the program.
    ProcessHandle program() {
        return watch.program();
    }

    /// Returns the program and what it has started, as the system sees them.
    List<ProcessHandle> tree() {
        return watch.tree();
    }

    /// Whether no further request is possible.
    public boolean isOver() {
        return isOver;
    }

    /// Ends the program and everything it started, and deletes what it wrote.
    @Override
    public void close() {
        if (!isOver) look(); // a short answer was not looked at yet
        isOver = true;
        end(watch, jail, slot, scratch);
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            // a program that writes while it dies: the folder of the run is deleted at its end
        }
    }
}
