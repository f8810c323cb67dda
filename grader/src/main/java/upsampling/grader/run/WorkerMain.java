package upsampling.grader.run;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.engine.Engine;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.run.Wire.Over;
import upsampling.grader.run.Wire.Reply;
import upsampling.grader.run.Wire.Request;
import upsampling.grader.shrink.FailedCall;
import upsampling.grader.shrink.Oracles;
import upsampling.grader.shrink.Shrinker;

/// The second virtual machine of a check: loads an answer, runs the tests of one task at a time, and reports each part as it is observed.
///
/// It ends when its standard input ends, so it never outlives the grader.
final class WorkerMain {
    private final String secret;
    private final PrintStream replies;
    private final PrintStream printed;

    private WorkerMain(String secret, PrintStream replies, PrintStream printed) {
        this.secret = secret;
        this.replies = replies;
        this.printed = printed;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var replies = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err); // what an answer prints is never a reply
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String secret = input.readLine();
        System.setIn(InputStream.nullInputStream());
        new WorkerMain(secret, replies, System.err).serve(requests(input));
    }

    /// Reads requests on a thread of its own: while an answer loops, the end of the input must still end this machine.
    private static BlockingQueue<String> requests(BufferedReader input) {
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        var reader = new Thread(() -> {
            try {
                for (String line = input.readLine(); line != null; line = input.readLine()) requests.add(line);
            } catch (IOException gone) {
                // the same as the end of the input
            }
            Runtime.getRuntime().halt(0);
        }, "requests");
        reader.setDaemon(true);
        reader.start();
        return requests;
    }

    private void serve(BlockingQueue<String> requests) throws InterruptedException {
        Engine.warmUp();
        reply(Reply.READY);
        while (true) {
            Request request = Wire.parse(requests.take(), Request.class);
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            run(request);
            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            mark(); // what was printed since the verdict belongs to no task
            reply(Reply.of(new Over(!started.isEmpty())));
        }
    }

    private void run(Request request) {
        try (var loader = new URLClassLoader(new URL[] {Path.of(request.classes()).toUri().toURL()}, WorkerMain.class.getClassLoader())) {
            Class<?> lesson = Class.forName(request.lesson());
            TaskPlan task = LessonPlan.of(lesson).task(request.task());
            Object answer;
            try {
                answer = instance(request, loader);
            } catch (Refused refused) {
                end(new Ending(Verdict.EXCEPTION, refused.getMessage()));
                return;
            }
            Engine.Run run = Engine.run(task, answer, Seed.DEFAULT, one -> reply(Reply.of(one)));
            end(run.ending());
            shrink(run.failed(), answer, Oracles.of(lesson));
        } catch (Exception e) {
            end(new Ending(Verdict.UNGRADED, "the grader failed: " + e));
        }
    }

    private static Object instance(Request request, ClassLoader loader) throws Refused {
        try {
            Constructor<?> constructor = Class.forName(request.type(), true, loader).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new Refused("The answer " + request.type() + " needs a constructor without arguments");
        } catch (InvocationTargetException e) {
            throw new Refused(Engine.describe("The constructor", e.getCause()));
        } catch (LinkageError | ReflectiveOperationException e) {
            throw new Refused(Engine.describe("The class cannot be used: it", e.getCause() == null ? e : e.getCause()));
        }
    }

    /// An answer that cannot even be made.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /// The verdict stands now, whatever the answer does afterwards.
    private void end(Ending ending) {
        mark();
        reply(Reply.of(ending));
    }

    /// What the answer prints while its input is made simpler is printed hundreds of times; the second mark lets the grader drop it.
    private void shrink(FailedCall failed, Object answer, Object oracle) {
        if (failed == null || oracle == null) return;
        try {
            Shrinker.shrink(failed, answer, oracle, smallest -> reply(Reply.of(smallest)));
        } catch (RuntimeException | StackOverflowError e) {
            // a mistake of the search costs the counterexample, not the verdict; the gate of the exercises runs it without this net
        }
    }

    /// The grader tells the outputs apart by it.
    private void mark() {
        printed.print("\n" + secret + "\n");
        printed.flush();
    }

    private void reply(Reply reply) {
        String line = secret + " " + Wire.line(reply) + "\n";
        synchronized (replies) {
            replies.print(line);
            replies.flush();
        }
    }
}
