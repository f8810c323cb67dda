package upsampling.grader.jailed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireWriter;

/// The jailed end of the wire: requests come on standard input, replies go to standard output. What is printed goes to standard error from now on.
///
/// The machine ends when its input ends, also while an answer loops, so it never outlives the grader.
final class Requests {
    private final DataOutputStream replies = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    private final BlockingQueue<Frame> requests = new LinkedBlockingQueue<>();

    private Requests() { }

    /// Takes over the standard streams and says that the machine is ready.
    static Requests open() throws IOException {
        var opened = new Requests();
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var reader = new Thread(() -> opened.read(in), "requests");
        reader.setDaemon(true);
        reader.start();
        opened.reply(Frame.Kind.READY, 0, new WireWriter());
        return opened;
    }

    private void read(DataInputStream in) {
        try {
            for (Frame frame = Frame.readFrom(in); frame != null; frame = Frame.readFrom(in)) requests.add(frame);
        } catch (IOException gone) {
            // the same as the end of the input
        }
        Runtime.getRuntime().halt(0);
    }

    /// Waits for a request.
    Frame next() throws InterruptedException {
        return requests.take();
    }

    /// Answers a request.
    ///
    /// @throws upsampling.grader.wire.WireFault if the reply is longer than a frame may be
    void reply(Frame.Kind kind, int number, WireWriter content) throws IOException {
        System.err.flush();
        new Frame(kind, number, content.payload()).writeTo(replies);
    }
}
