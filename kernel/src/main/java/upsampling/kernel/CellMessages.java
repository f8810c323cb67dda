package upsampling.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.messages.MessageType;
import upsampling.kernel.eval.Bundle;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.StreamName;

/// A cell's output as messages whose parent is the request that ran the cell; so output that comes late still finds its cell.
final class CellMessages implements CellOutput {
    /// What was shown under an id before; a later one with the same id replaces it, wherever it stands.
    private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();

    private final Exchange exchange;
    /// The ids that this cell showed first: with its output they are gone, and an update of them would show nothing.
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    CellMessages(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void stream(StreamName name, String text) {
        exchange.publish(MessageType.PUBLISH_STREAM, Replies.stream(name.label(), text));
    }

    @Override
    public void display(Bundle bundle, String displayId) {
        boolean again = displayId != null && !SHOWN.add(displayId);
        if (displayId != null && !again) {
            own.add(displayId);
        }
        MessageType<?> type = again ? MessageType.PUBLISH_UPDATE_DISPLAY_DATA : MessageType.PUBLISH_DISPLAY_DATA;
        exchange.publish(type, Replies.display(bundle, displayId));
    }

    @Override
    public void clear(boolean wait) {
        SHOWN.removeAll(own);
        own.clear();
        exchange.publish(MessageType.PUBLISH_CLEAR_OUTPUT, Replies.clear(wait));
    }
}
