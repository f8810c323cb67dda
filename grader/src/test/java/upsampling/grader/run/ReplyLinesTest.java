package upsampling.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;

import upsampling.grader.Verdict;
import upsampling.grader.result.Ending;
import upsampling.grader.run.Wire.Reply;

class ReplyLinesTest {
    @Test
    void onlyLinesWithTheSecretNumberAreReplies() {
        String good = Wire.line(Reply.of(new Ending(Verdict.CRASH, "a \"quoted\"\nline")));
        String stream = good + "\n" + "wrong " + good + "\n" + "half a line of an answer" + "secret " + good + "\n" + "secret {broken\n"
            + "x".repeat(5_000_000) + "\n";
        var replies = new LinkedBlockingQueue<Reply>();
        new ReplyLines(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), "secret", replies).run();
        assertEquals("a \"quoted\"\nline", replies.remove().end().message());
        assertSame(ReplyLines.END, replies.remove());
        assertTrue(replies.isEmpty());
    }
}
