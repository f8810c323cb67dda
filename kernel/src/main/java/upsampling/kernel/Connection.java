package upsampling.kernel;

import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The five sockets of a kernel. The base asks its sockets every 50 ms (the heartbeat every 500); here a thread for each blocks in the
/// receive, which saves 25 ms a cell on average.
final class Connection extends JupyterConnection {
    /// How long a failed cell waits for requests that were sent together with it. Its own reply is sent after that, so a client that waits
    /// for the reply before it sends the next cell is never affected.
    private static final int STRAGGLERS_MILLIS = 50;
    private static final int CLOSE_MILLIS = 150;

    private final KernelConnectionProperties to;
    private final Publisher publisher = new Publisher(iopub);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Message<?>> aborted = new ArrayDeque<>();

    /// @throws GeneralSecurityException if this JVM does not know the signature scheme
    Connection(KernelConnectionProperties to) throws GeneralSecurityException {
        super(to);
        this.to = to;
    }

    StdinChannel stdin() {
        return stdin;
    }

    /// Opens the sockets and serves requests.
    ///
    /// @param handler answers one request; called on two threads: shell's, and control's while a cell runs
    void serve(Consumer<Exchange> handler) {
        String address = to.getTransport() + "://" + to.getIp() + ":";
        shell.bind(address + to.getShellPort()); // bind(String) is ZeroMQ's own; bind(properties) would start the base's loop
        control.bind(address + to.getControlPort());
        heartbeat.bind(address + to.getHbPort());
        stdin.bind(to);
        iopub.bind(to);
        publisher.start();
        publisher.publishStarting(UUID.randomUUID().toString());
        start("Shell", () -> serve(shell, handler));
        start("Control", () -> serve(control, handler));
        start("Heartbeat", () -> {
            while (true) {
                heartbeat.send(heartbeat.recv());
            }
        });
    }

    private static void start(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, _) -> { }); // the context was closed
        thread.start();
    }

    private void serve(ShellChannel channel, Consumer<Exchange> handler) {
        while (closing.getCount() > 0) {
            boolean wasWaiting = channel == shell && !aborted.isEmpty();
            Message<?> message = wasWaiting ? aborted.poll() : receive(channel);
            if (message == null) {
                continue;
            }
            publisher.publishStatus(message, "busy");
            try {
                handler.accept(new Exchange(message, channel, publisher, wasWaiting));
            } catch (RuntimeException | Error failure) { // no request may end the loop, or the front end shows "busy" for ever
                failure.printStackTrace();
            } finally {
                publisher.publishStatus(message, "idle");
            }
        }
    }

    /// Waits for a message; null if it is none of ours: not signed with our key, no JSON, or without what every message has. That is logged, and
    /// ends nothing. It holds the channel's monitor meanwhile, so only this thread may send on the channel.
    private Message<?> receive(ShellChannel channel) {
        try {
            return channel.readMessage();
        } catch (RuntimeException failure) {
            if (failure instanceof ZMQException || closing.getCount() == 0) {
                throw failure; // the socket was closed
            }
            String reason = failure instanceof SecurityException ? "it is not signed with the key of the connection file" : failure.toString();
            System.err.println("The kernel has ignored a message on its " + (channel == shell ? "shell" : "control") + " channel: " + reason);
            return null;
        }
    }

    /// Takes the requests that already wait, which then are served as aborted. To be called on the shell's thread.
    void abortWaiting() {
        long end = System.nanoTime() + STRAGGLERS_MILLIS * 1_000_000L;
        while (System.nanoTime() < end) {
            if ((shell.getEvents() & ZMQ.Poller.POLLIN) == 0) {
                LockSupport.parkNanos(1_000_000);
                continue;
            }
            Message<?> message = receive(shell);
            if (message != null) {
                aborted.add(message);
            }
        }
    }

    /// Lets [#awaitClosing] return once the present request is answered.
    void shutDown() {
        closing.countDown();
    }

    /// Waits for the end, and sends what is left.
    void awaitClosing() throws InterruptedException {
        closing.await();
        publisher.awaitSent(CLOSE_MILLIS);
        Thread closer = new Thread(this::close, "Close"); // waits for slow receivers; must not keep the JVM alive
        closer.setDaemon(true);
        closer.start();
        closer.join(CLOSE_MILLIS);
    }
}
