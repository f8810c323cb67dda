package upsampling.kernel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/// Asks the front end for a line of input. The cell waits here and can be interrupted; the socket is used by a thread of its own.
final class Input {
    private static final long LOOK_MILLIS = 20;

    private final StdinChannel channel;
    private final ExecutorService asking;

    Input(StdinChannel channel) {
        this.channel = channel;
        ThreadGroup kernels = Thread.currentThread().getThreadGroup(); // made by a cell, the thread would be stopped with the cell
        this.asking = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().group(kernels).daemon().name("Stdin").unstarted(task));
    }

    /// @param request the cell's request: the front end shows the question below that cell
    /// @throws InterruptedIOException if the cell was interrupted while it waited
    String line(Message<?> request) throws IOException {
        AtomicBoolean given = new AtomicBoolean(true);
        Future<String> answer = asking.submit(() -> ask(request, given));
        try {
            return answer.get();
        } catch (InterruptedException _) {
            given.set(false);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for input");
        } catch (ExecutionException failure) {
            throw new IOException("input failed", failure.getCause());
        }
    }

    private String ask(Message<?> request, AtomicBoolean wanted) throws InterruptedException {
        while (arrived()) {
            channel.readMessage(); // an answer to a question that was given up
        }
        channel.sendMessage(new Message<>(request, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
        while (wanted.get()) {
            if (!arrived()) {
                Thread.sleep(LOOK_MILLIS); // a blocking receive could not be given up
                continue;
            }
            Message<?> reply = channel.readMessage();
            if (reply.getHeader().getType() == MessageType.INPUT_REPLY) {
                return ((InputReply) reply.getContent()).getValue();
            }
        }
        return null;
    }

    private boolean arrived() {
        return (channel.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
