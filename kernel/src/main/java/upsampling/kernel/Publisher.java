package upsampling.kernel;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/// Sends what everybody may see (status, output, results) in the order in which it was handed over, on a thread of its own: a
/// ZeroMQ socket belongs to one thread, and an interrupt of a thread that is sending closes it.
final class Publisher {
    /// A cell that prints without end waits here instead of filling the memory.
    private static final int WAITING = 1000;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(WAITING);
    private final JupyterSocket socket;

    Publisher(JupyterSocket socket) {
        this.socket = socket;
    }

    /// Begins to send. The socket must be bound, and nobody else may use it from now on.
    void start() {
        Thread sender = new Thread(() -> {
            while (true) {
                try {
                    queue.take().run();
                } catch (InterruptedException _) {
                    return;
                }
            }
        }, "Publisher");
        sender.setDaemon(true);
        sender.setUncaughtExceptionHandler((_, _) -> { }); // the context was closed
        sender.start();
    }

    /// Publishes a message that belongs to a request.
    void publish(MessageContext request, MessageType<?> type, JsonObject content) {
        Message<?> message = message(request, type, content);
        put(() -> socket.sendMessage(message));
    }

    /// Says that the kernel is starting. It belongs to no request, so the session's id must be given: JupyterLab rejects a header without.
    void publishStarting(String session) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", "starting");
        Header<Object> header = new Header<>(session, untyped(MessageType.PUBLISH_STATUS));
        Message<Object> message = new Message<>(header, content);
        put(() -> socket.sendMessage(message));
    }

    /// Publishes `busy` or `idle`.
    void publishStatus(MessageContext request, String state) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        publish(request, MessageType.PUBLISH_STATUS, content);
    }

    /// Waits until all that was published before is on its way, at most as long as given.
    void awaitSent(long millis) throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        put(sent::countDown);
        sent.await(millis, TimeUnit.MILLISECONDS);
    }

    /// Waits for room also while the thread is interrupted, and leaves it interrupted: a stopped cell's last words are not lost.
    private void put(Runnable sending) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(sending);
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A message whose content is plain JSON. The content classes of the base lack fields that the protocol requires.
    static Message<?> message(MessageContext request, MessageType<?> type, JsonObject content) {
        return new Message<>(request, untyped(type), content);
    }

    @SuppressWarnings("unchecked")
    private static MessageType<Object> untyped(MessageType<?> type) {
        return (MessageType<Object>) type;
    }
}
