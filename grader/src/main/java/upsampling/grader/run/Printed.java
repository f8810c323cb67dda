package upsampling.grader.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

import upsampling.grader.result.TaskResult.Output;

/// Collects what answers print: the first 64 KiB of each task are kept, the rest is read, counted and dropped, so that a flood blocks nothing.
public final class Printed implements Runnable {
    private static final int KEPT = 64 * 1024;

    private final InputStream in;
    private final byte[] marker;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int matched;
    private long dropped;
    private final Queue<Output> finished = new ArrayDeque<>();
    private boolean ended;

    /// @param marker the line that ends an output
    public Printed(InputStream in, String marker) {
        this.in = in;
        this.marker = ("\n" + marker + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) add(buffer, count);
        } catch (IOException gone) {
            // the worker was killed: what came until then is kept
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void add(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            byte b = buffer[i];
            if (b == marker[matched]) {
                matched++;
                if (matched < marker.length) continue;
                matched = 0;
                finished.add(rest());
                notifyAll();
                continue;
            }
            for (int k = 0; k < matched; k++) keep(marker[k]);
            matched = b == marker[0] ? 1 : 0; // the marker's first byte occurs again only as its last one
            if (matched == 0) keep(b);
        }
    }

    private void keep(byte b) {
        if (kept.size() < KEPT) {
            kept.write(b);
        } else {
            dropped++;
        }
    }

    private Output rest() {
        var output = new Output(kept.toString(StandardCharsets.UTF_8), dropped);
        kept.reset();
        dropped = 0;
        return output;
    }

    /// Forgets what the virtual machine itself printed at its start.
    public synchronized void forget() {
        rest();
    }

    /// Returns what was printed up to the first mark that was not asked for yet, and forgets it. Waits until that mark, or the end of the stream, has been read.
    public synchronized Output take(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        try {
            while (finished.isEmpty() && !ended) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) break;
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return finished.isEmpty() ? rest() : finished.remove();
    }
}
