package upsampling.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import upsampling.grader.result.TaskResult.Output;

class PrintedTest {
    private static final long MILLIS = 30_000;

    @Test
    void theMarkerDividesTheTasks() throws IOException, InterruptedException {
        var in = new PipedInputStream();
        var out = new PipedOutputStream(in);
        var printed = new Printed(in, "abc123");
        var thread = new Thread(printed);
        thread.start();
        out.write("one\n\nabc123\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertEquals("one\n", printed.take(MILLIS).text());
        out.write("two\nabc12\n\nabc\nabc123\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertEquals("two\nabc12\n\nabc", printed.take(MILLIS).text());
        out.close();
        thread.join();
    }

    @Test
    void whatIsTooMuchIsCounted() {
        byte[] flood = new byte[100_000];
        var printed = new Printed(new ByteArrayInputStream(flood), "abc");
        printed.run();
        Output output = printed.take(MILLIS);
        assertEquals(64 * 1024, output.text().length());
        assertEquals(100_000 - 64 * 1024, output.droppedBytes());
    }
}
