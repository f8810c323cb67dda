package upsampling.kernel.eval;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import upsampling.show.ConsoleDisplay;
import upsampling.show.Display;
import upsampling.show.Show;

/// Leads `System.out`, `System.err`, `System.in` and `Show.show` to the cell that uses them. One per JVM, since these are.
///
/// Whose cell it is, is asked of the thread: a thread that a cell has started belongs to that cell for ever, so late output arrives where it
/// comes from. Threads of the common pool and virtual threads belong to the cell that runs now, or ran last. Any other thread
/// is the front door's own: it prints where it always did.
final class Console {
    private static final Console CONSOLE = new Console();

    private final Set<CellThreads> sessions = new HashSet<>();
    private final OutputBatch batch = new OutputBatch();
    private PrintStream originalOut;
    private PrintStream originalErr;
    private InputStream originalIn;
    private Display elsewhere;
    private Thread sender;
    private volatile CellGroup last;

    private Console() { }

    static Console get() {
        return CONSOLE;
    }

    /// Replaces the JVM's streams when the first session opens.
    synchronized void open(CellThreads session) {
        if (sessions.isEmpty()) {
            originalOut = System.out;
            originalErr = System.err;
            originalIn = System.in;
            System.setOut(routed(StreamName.STDOUT, originalOut));
            System.setErr(routed(StreamName.STDERR, originalErr));
            System.setIn(new ConsoleInput(originalIn, batch));
            elsewhere = new ConsoleDisplay(originalOut);
            Show.to(new CellDisplay(this, elsewhere));
            sender = new Thread(batch, "cell output");
            sender.setDaemon(true);
            sender.start();
        }
        sessions.add(session);
    }

    /// Puts the JVM's streams back when the last session closes.
    synchronized void close(CellThreads session) {
        if (!sessions.remove(session)) {
            return;
        }
        batch.flush();
        last = null;
        if (sessions.isEmpty()) {
            sender.interrupt();
            System.setOut(originalOut);
            System.setErr(originalErr);
            System.setIn(originalIn);
            Show.to(elsewhere);
        }
    }

    /// A cell begins: pool threads belong to it now.
    void enter(CellGroup cell) {
        last = cell;
    }

    /// Sends what was printed so far: before a result, an error, and the end of a cell.
    void flush() {
        batch.flush();
    }

    /// A cell has ended: sends what it printed, and what its output says at its end.
    void leave(CappedOutput output) {
        batch.end(output);
    }

    /// Shows something below the present thread's cell; false if it has none.
    boolean display(Bundle bundle, String displayId) {
        CellGroup cell = cell();
        if (cell == null) {
            return false;
        }
        batch.display(cell.output(), bundle, displayId);
        return true;
    }

    /// Removes the output of the present thread's cell; false if it has none.
    boolean clear(boolean wait) {
        CellGroup cell = cell();
        if (cell == null) {
            return false;
        }
        batch.clear(cell.output(), wait);
        return true;
    }

    /// The cell of the present thread, or null.
    private CellGroup cell() {
        Thread thread = Thread.currentThread();
        boolean shared = thread.isVirtual() || thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
        return shared ? last : CellGroup.of(thread);
    }

    private PrintStream routed(StreamName name, PrintStream original) {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] text, int from, int count) {
                CellGroup cell = cell();
                if (cell != null) {
                    batch.write(cell.output(), name, text, from, count);
                } else {
                    original.print(new String(text, from, count, StandardCharsets.UTF_8)); // it may have another character set
                    original.flush();
                }
            }
        }, true, StandardCharsets.UTF_8);
    }
}
