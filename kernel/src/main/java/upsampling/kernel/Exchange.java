package upsampling.kernel;

import com.google.gson.JsonObject;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;

/// One request and the way to answer it.
///
/// @param request what was asked; it is the parent of every message sent here
/// @param channel where the question came from; used only by the thread that serves it
/// @param publisher what everybody may see goes here
/// @param aborted true if the request was waiting when a cell before it failed
record Exchange(Message<?> request, ShellChannel channel, Publisher publisher, boolean aborted) {
    void reply(MessageType<?> type, JsonObject content) {
        channel.sendMessage(Publisher.message(request, type, content));
    }

    void publish(MessageType<?> type, JsonObject content) {
        publisher.publish(request, type, content);
    }
}
