package upsampling.grader.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

import com.google.gson.JsonParseException;

import upsampling.grader.run.Wire.Reply;

/// Reads the worker's replies: lines that begin with the secret number. Everything else on the stream is dropped, and a line is never kept
/// beyond a cap, so an answer that writes past `System.out` gains nothing and fills nothing.
final class ReplyLines implements Runnable {
    private static final int CAP = 4 * 1024 * 1024;

    /// Stands in the queue for the end of the stream.
    static final Reply END = new Reply(false, null, null, null, null);

    private final InputStream in;
    private final String prefix;
    private final BlockingQueue<Reply> replies;

    ReplyLines(InputStream in, String secret, BlockingQueue<Reply> replies) {
        this.in = new BufferedInputStream(in);
        this.prefix = secret + " ";
        this.replies = replies;
    }

    @Override
    public void run() {
        var line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    if (line.size() < CAP) line.write(b);
                    continue;
                }
                accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        } catch (IOException gone) {
            // the worker was killed
        }
        replies.add(END);
    }

    private void accept(String line) {
        int start = line.indexOf(prefix); // an answer may have written half a line before it
        if (start < 0) return;
        try {
            replies.add(Wire.parse(line.substring(start + prefix.length()), Reply.class));
        } catch (JsonParseException broken) {
            // mixed with an answer's own bytes: the task will end without a result
        }
    }
}
