package upsampling.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// A small Jupyter front end: starts the kernel in a JVM of its own and speaks the protocol on raw sockets, so that nothing of the
/// library under test is on both sides.
final class Client implements AutoCloseable {
    private static final String KEY = "a key of the tests";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    /// A message that has arrived.
    record Received(String type, JsonObject parent, JsonObject header, JsonObject content) {
        String parentId() {
            return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
        }

        String text(String field) {
            return content.get(field).getAsString();
        }
    }

    private final Process process;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
    private final ZMQ.Socket control = context.createSocket(SocketType.DEALER);
    private final ZMQ.Socket stdin = context.createSocket(SocketType.DEALER);
    private final ZMQ.Socket iopub = context.createSocket(SocketType.SUB);
    private final ZMQ.Socket heartbeat = context.createSocket(SocketType.REQ);
    private final String session = UUID.randomUUID().toString();

    /// @param command starts the kernel; the connection file's name is added to it
    Client(Path folder, List<String> command, Map<String, String> environment) throws IOException {
        byte[] identity = session.getBytes(StandardCharsets.US_ASCII);
        JsonObject file = new JsonObject();
        file.addProperty("transport", "tcp");
        file.addProperty("ip", "127.0.0.1");
        file.addProperty("signature_scheme", "hmac-sha256");
        file.addProperty("key", KEY);
        Map<String, ZMQ.Socket> sockets = Map.of("shell", shell, "control", control, "stdin", stdin, "iopub", iopub, "hb", heartbeat);
        for (Map.Entry<String, ZMQ.Socket> each : sockets.entrySet()) {
            int port = freePort();
            file.addProperty(each.getKey() + "_port", port);
            each.getValue().setReceiveTimeOut(PATIENCE_MILLIS);
            each.getValue().setLinger(0);
            if (each.getKey().equals("shell") || each.getKey().equals("stdin")) {
                each.getValue().setIdentity(identity); // the kernel asks for input who has sent the request
            }
            if (each.getKey().equals("iopub")) {
                each.getValue().subscribe(new byte[0]);
                each.getValue().setReconnectIVL(1); // milliseconds until it tries again; with the usual 100 it misses what a kernel says first
            }
            each.getValue().connect("tcp://127.0.0.1:" + port);
        }
        Path connection = Files.writeString(folder.resolve("connection.json"), file.toString());
        List<String> full = new ArrayList<>(command);
        full.add(connection.toString());
        ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(folder.resolve("kernel.log").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    Process process() {
        return process;
    }

    /// Asks until everything published arrives: a subscription takes its time, and what was published before is lost.
    void awaitReady() {
        iopub.setReceiveTimeOut(200);
        for (int attempt = 0; attempt < PATIENCE_MILLIS / 200; attempt++) {
            String id = send(shell, "kernel_info_request", new JsonObject());
            reply(id);
            if (poll(iopub) != null) {
                iopub.setReceiveTimeOut(PATIENCE_MILLIS);
                published(execute("", true));
                return;
            }
        }
        throw new AssertionError("nothing was ever published");
    }

    /// Sends a request on the shell channel and returns its id.
    String ask(String type, JsonObject content) {
        return send(shell, type, content);
    }

    /// Sends a request on the control channel and waits for its reply.
    Received control(String type, JsonObject content) {
        String id = send(control, type, content);
        Received reply = receive(control);
        if (!reply.parentId().equals(id)) {
            throw new AssertionError("not the reply: " + reply);
        }
        return reply;
    }

    String execute(String code) {
        return execute(code, false);
    }

    private String execute(String code, boolean silent) {
        return send(shell, "execute_request", executeContent(code, silent, true));
    }

    static JsonObject executeContent(String code, boolean silent, boolean stopOnError) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", silent);
        content.addProperty("store_history", !silent);
        content.addProperty("allow_stdin", true);
        content.addProperty("stop_on_error", stopOnError);
        content.add("user_expressions", new JsonObject());
        return content;
    }

    /// Waits for the shell's reply to a request; replies to earlier ones are skipped.
    Received reply(String id) {
        while (true) {
            Received reply = receive(shell);
            if (reply.parentId().equals(id)) {
                return reply;
            }
        }
    }

    /// The same, but null if none comes in time.
    Received replyOrNull(String id, int millis) {
        shell.setReceiveTimeOut(millis);
        try {
            while (true) {
                Received reply = poll(shell);
                if (reply == null || reply.parentId().equals(id)) {
                    return reply;
                }
            }
        } finally {
            shell.setReceiveTimeOut(PATIENCE_MILLIS);
        }
    }

    /// Everything published for a request, from busy to idle.
    List<Received> published(String id) {
        List<Received> all = new ArrayList<>();
        while (true) {
            Received message = receive(iopub);
            if (!message.parentId().equals(id)) {
                continue;
            }
            all.add(message);
            if (message.type().equals("status") && message.text("execution_state").equals("idle")) {
                return all;
            }
        }
    }

    /// The first message that the kernel has published after the subscription reached it, or empty if that was after all it had to say.
    Optional<Received> firstPublished() {
        reply(ask("kernel_info_request", new JsonObject())); // whoever answers has opened its sockets, and said that it starts
        iopub.setReceiveTimeOut(2_000);
        try {
            return Optional.ofNullable(poll(iopub));
        } finally {
            iopub.setReceiveTimeOut(PATIENCE_MILLIS);
        }
    }

    /// Waits until a request has printed the text.
    void awaitStream(String id, String text) {
        while (true) {
            Received message = receive(iopub);
            if (message.parentId().equals(id) && message.type().equals("stream") && message.text("text").contains(text)) {
                return;
            }
        }
    }

    Received inputRequest() {
        return receive(stdin);
    }

    void answerInput(String value) {
        JsonObject content = new JsonObject();
        content.addProperty("value", value);
        send(stdin, "input_reply", content);
    }

    String heartbeat(String text) {
        heartbeat.send(text);
        return heartbeat.recvStr();
    }

    /// Sends a request on the shell channel that somebody without the key could have sent.
    void askWithAWrongKey(String type, JsonObject content) {
        send(shell, type, content, "not the key");
    }

    /// Sends four correctly signed parts, whatever they are.
    void sendParts(String... parts) {
        sendSigned(shell, parts, KEY);
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        return send(socket, type, content, KEY);
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content, String key) {
        JsonObject header = new JsonObject();
        String id = UUID.randomUUID().toString();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", "test");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        sendSigned(socket, new String[] {header.toString(), "{}", "{}", content.toString()}, key);
        return id;
    }

    private static void sendSigned(ZMQ.Socket socket, String[] parts, String key) {
        socket.sendMore(DELIMITER);
        socket.sendMore(signature(parts, key));
        for (int i = 0; i < 3; i++) {
            socket.sendMore(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        socket.send(parts[3].getBytes(StandardCharsets.UTF_8));
    }

    private Received receive(ZMQ.Socket socket) {
        Received received = poll(socket);
        if (received == null) {
            throw new AssertionError("no message within " + PATIENCE_MILLIS / 1000 + " s");
        }
        return received;
    }

    private static Received poll(ZMQ.Socket socket) {
        byte[] part = socket.recv();
        while (part != null && !Arrays.equals(part, DELIMITER)) {
            part = socket.recv();
        }
        if (part == null) {
            return null;
        }
        String given = socket.recvStr();
        String[] parts = new String[4];
        for (int i = 0; i < 4; i++) {
            parts[i] = new String(socket.recv(), StandardCharsets.UTF_8);
        }
        while (socket.hasReceiveMore()) {
            socket.recv();
        }
        if (!given.equals(signature(parts, KEY))) {
            throw new AssertionError("wrong signature: " + List.of(parts));
        }
        JsonObject header = JsonParser.parseString(parts[0]).getAsJsonObject();
        return new Received(header.get("msg_type").getAsString(), JsonParser.parseString(parts[1]).getAsJsonObject(), header,
                JsonParser.parseString(parts[3]).getAsJsonObject());
    }

    private static String signature(String[] parts, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<String> strings(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }

    /// Ends the kernel, also if a test failed.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        context.close();
    }
}
