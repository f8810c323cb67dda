package upsampling.kernel.eval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects what cells print for at most 50 ms: one message to the front end instead of thousands (3,000 `println` take 34 ms and not
/// 733). The order of the two streams, of several cells, and of text and figures is kept.
final class OutputBatch implements Runnable {
    private static final int DELAY_MILLIS = 50;
    private static final int LARGE_BYTES = 1 << 16;

    private CellOutput target;
    private StreamName name = StreamName.STDOUT;
    private byte[] bytes = new byte[8192];
    private int size;

    /// Adds UTF-8 text; what was collected for another cell or stream is sent before.
    synchronized void write(CellOutput to, StreamName stream, byte[] text, int from, int count) {
        if (to != target || stream != name) {
            send(size);
            size = 0;
            target = to;
            name = stream;
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
        System.arraycopy(text, from, bytes, size, count);
        if (size == 0) {
            notifyAll(); // the sender's clock starts
        }
        size += count;
        if (size > LARGE_BYTES) {
            flush();
        }
    }

    /// Sends what was collected, except the bytes of a character that is not complete yet.
    synchronized void flush() {
        int complete = size - incomplete();
        send(complete);
        System.arraycopy(bytes, complete, bytes, 0, size - complete);
        size -= complete;
    }

    synchronized void display(CellOutput to, Bundle bundle, String displayId) {
        flush();
        to.display(bundle, displayId);
    }

    synchronized void clear(CellOutput to, boolean wait) {
        flush();
        to.clear(wait);
    }

    synchronized void end(CappedOutput output) {
        flush();
        output.end();
    }

    private synchronized void discard() {
        size = 0;
    }

    private void send(int count) {
        if (count > 0) {
            target.stream(name, new String(bytes, 0, count, StandardCharsets.UTF_8));
        }
    }

    /// How many bytes at the end begin a UTF-8 character whose other bytes are not here yet.
    private int incomplete() {
        for (int back = 1; back <= Math.min(3, size); back++) {
            int value = bytes[size - back] & 0xff;
            if (value >= 0xc0) { // the first byte of a character of 2, 3 or 4
                int length = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
                return back < length ? back : 0;
            }
            if (value < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    /// The sender's loop: ends when its thread is interrupted.
    @Override
    public void run() {
        try {
            while (true) {
                synchronized (this) {
                    while (size == 0) {
                        wait();
                    }
                }
                Thread.sleep(DELAY_MILLIS);
                try {
                    flush();
                } catch (RuntimeException failure) { // of the front door; what it did not take is lost, what comes later is not
                    discard();
                }
            }
        } catch (InterruptedException _) {
            flush();
        }
    }
}
