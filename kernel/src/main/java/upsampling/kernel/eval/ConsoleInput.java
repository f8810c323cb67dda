package upsampling.kernel.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// `System.in` of cells: asks the cell's front end for a line whenever all of the last one is read. `Scanner` and `IO.readln` work on it.
final class ConsoleInput extends InputStream {
    private final InputStream original;
    private final OutputBatch batch;
    private byte[] line = new byte[0];
    private int next;

    ConsoleInput(InputStream original, OutputBatch batch) {
        this.original = original;
        this.batch = batch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Reads from the present line only: a reader that wants more must not wait for a second line.
    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        CellGroup cell = CellGroup.of(Thread.currentThread());
        if (cell == null) {
            return original.read(into, from, count);
        }
        if (count == 0) {
            return 0;
        }
        synchronized (this) {
            if (next == line.length) {
                batch.flush(); // a prompt printed before
                String answer = cell.input().line();
                if (answer == null) {
                    return -1;
                }
                line = (answer + "\n").getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            int read = Math.min(count, line.length - next);
            System.arraycopy(line, next, into, from, read);
            next += read;
            return read;
        }
    }

    @Override
    public synchronized int available() throws IOException {
        return CellGroup.of(Thread.currentThread()) == null ? original.available() : line.length - next;
    }
}
