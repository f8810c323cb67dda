package upsampling.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import upsampling.grader.Learner;
import upsampling.lesson.FileState;
import upsampling.lesson.LessonState;

/// Tests that type commands in a checkout of their own, which has lesson 1 and nothing else.
@Isolated("it replaces the JVM's streams")
abstract class CommandTests {
    @TempDir
    Path checkout;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final StringWriter err = new StringWriter();
    private final PrintStream realOut = System.out;

    @BeforeEach
    void aCheckoutWithLessonOne() throws IOException {
        Files.createDirectories(checkout.resolve("notebooks"));
        Files.copy(Path.of("../notebooks/01-pooling.ipynb"), checkout.resolve("notebooks/01-pooling.ipynb"));
        System.setProperty("course.home", checkout.toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setOut(realOut);
        System.clearProperty("course.home");
    }

    final int course(String... arguments) {
        out.reset();
        return Course.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    final String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final Learner learner() {
        return new Learner(FileState.in(checkout.resolve("work/.state")));
    }

    final void pass(String... tasks) throws IOException {
        Path state = checkout.resolve("work/.state/events.tsv");
        Files.createDirectories(state.getParent());
        for (String task : tasks) {
            new FileState(state).record(new LessonState.Event(Instant.EPOCH, "passed", task, "4"));
        }
    }
}
