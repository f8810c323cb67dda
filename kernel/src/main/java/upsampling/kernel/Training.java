package upsampling.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A small front end inside the kernel's own JVM, which sends what lessons send: the run from which the AOT cache is made (JEP 483, 514).
///
/// `java -XX:AOTCacheOutput=FILE ... -jar kernel.jar --train` starts a kernel with it. The JVM writes down which classes were
/// loaded and which methods were hot, and at its end stores them in FILE. Needs no Python and no network.
final class Training {
    /// The argument that the kernel's `main` gets instead of a connection file.
    static final String ARGUMENT = "--train";

    private static final int ROUNDS = 3;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LATE_SUBSCRIBER_MILLIS = 300;

    /// Every form of cell that lessons have. The errors are meant.
    private static final List<String> CELLS = List.of(
            "import upsampling.tensor.*;\nimport upsampling.op.*;\nimport upsampling.show.*;\nimport static upsampling.show.Show.show;",
            "1 + 1",
            "int number = 3;",
            "number",
            "number = 4",
            "var list = new ArrayList<>(List.of(1, 2, 3));\nlist.stream().map(i -> i * 2).toList()",
            "double half(double v) {\n    return v / 2;\n}\nhalf(3)",
            "double half(double v) {\n    return v / 2.0;\n}",
            "record Point(int x, int y) { }\nnew Point(1, 2)",
            "class Net {\n    int layers;\n    int layers() { return layers; }\n}\nvar net = new Net();\nnet.layers()",
            "for (int i = 0; i < 200; i++) System.out.println(i);",
            "System.out.printf(\"%.3f%n\", half(7));",
            "int zero = 1 / 0;",
            "undefined + 1",
            "throw new IllegalStateException(\"meant\");",
            "double[][] image = new double[4][4];\nfor (int i = 0; i < 16; i++) image[i / 4][i % 4] = i;\nimage",
            "var pooled = MaxPool2d.of(2).forward(Tensor.image(image));\npooled",
            "show(Shown.figure(Tile.row(20, PixelMap.of(\"in\", Ink.INPUT, image), PixelMap.of(\"max\", Ink.OUTPUT, pooled.plane(0, 0))), "
                    + "\"title\", \"caption\", \"text\"));",
            """
            import org.jfree.chart.*;
            import org.jfree.data.xy.*;
            var series = new XYSeries("sine");
            for (int i = 0; i < 200; i++) series.add(i, Math.sin(i / 20.0));
            ChartFactory.createXYLineChart("title", "x", "y", new XYSeriesCollection(series))""");

    private final KernelConnectionProperties to;
    private final HMACGenerator signer;
    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    private final ZMQ.Socket control = context.socket(SocketType.DEALER);
    private final ZMQ.Socket iopub = context.socket(SocketType.SUB);

    private Training(KernelConnectionProperties to) throws GeneralSecurityException {
        this.to = to;
        this.signer = to.createHMACGenerator();
    }

    /// A connection file on free ports, as a front end would write it.
    static String connectionFile() throws IOException {
        JsonObject file = new JsonObject();
        file.addProperty("transport", "tcp");
        file.addProperty("ip", "127.0.0.1");
        file.addProperty("signature_scheme", "hmac-sha256");
        file.addProperty("key", UUID.randomUUID().toString());
        for (String channel : List.of("shell", "iopub", "stdin", "control", "hb")) {
            try (ServerSocket probe = new ServerSocket(0)) {
                file.addProperty(channel + "_port", probe.getLocalPort());
            }
        }
        return file.toString();
    }

    /// Starts the front end in a thread; at its end it shuts the kernel down. If it fails, this JVM ends with 1.
    static void start(KernelConnectionProperties to) {
        Thread thread = new Thread(() -> {
            try {
                new Training(to).run();
            } catch (GeneralSecurityException | RuntimeException failure) {
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }, "Training");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        String address = to.getTransport() + "://" + to.getIp() + ":";
        iopub.subscribe(new byte[0]);
        iopub.connect(address + to.getIopubPort());
        shell.connect(address + to.getShellPort());
        control.connect(address + to.getControlPort());
        shell.setReceiveTimeOut(PATIENCE_MILLIS);
        awaitSubscription();
        for (int round = 0; round < ROUNDS; round++) {
            for (String cell : CELLS) {
                ask("execute_request", execution(cell.replace("half", "half" + round % 2)));
            }
            ask("is_complete_request", position("for (int i = 0; i < 3; i++) {"));
            ask("complete_request", position("list.str"));
            ask("inspect_request", position("Math.max"));
        }
        JsonObject shutdown = new JsonObject();
        shutdown.addProperty("restart", false);
        send(control, "shutdown_request", shutdown);
    }

    /// A subscriber that joins late misses messages, and would wait for an "idle" for ever: asks until something arrives.
    private void awaitSubscription() {
        iopub.setReceiveTimeOut(LATE_SUBSCRIBER_MILLIS);
        do {
            String id = send(shell, "kernel_info_request", new JsonObject());
            awaitMessage(shell, id, "");
        } while (iopub.recv() == null);
        iopub.setReceiveTimeOut(PATIENCE_MILLIS);
    }

    private void ask(String type, JsonObject content) {
        String id = send(shell, type, content);
        awaitMessage(iopub, id, "\"idle\"");
        awaitMessage(shell, id, "");
    }

    /// Reads until a message belongs to the request and contains the text.
    private static void awaitMessage(ZMQ.Socket socket, String id, String text) {
        while (true) {
            String part = socket.recvStr();
            if (part == null) {
                throw new IllegalStateException("the kernel did not answer within " + PATIENCE_MILLIS / 1000 + " s");
            }
            StringBuilder all = new StringBuilder(part);
            while (socket.hasReceiveMore()) {
                all.append('\n').append(socket.recvStr());
            }
            if (all.indexOf(id) >= 0 && all.indexOf(text) >= 0) {
                return;
            }
        }
    }

    private static JsonObject execution(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", false);
        return content;
    }

    /// A question about the end of the code.
    private static JsonObject position(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        content.addProperty("detail_level", 0);
        return content;
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        String id = UUID.randomUUID().toString();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", "training");
        header.addProperty("username", "training");
        header.addProperty("date", "2026-01-01T00:00:00.000000Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        byte[][] parts = {bytes(header.toString()), bytes("{}"), bytes("{}"), bytes(content.toString())};
        socket.sendMore("<IDS|MSG>");
        socket.sendMore(signer.calculateSignature(parts));
        for (int i = 0; i < 3; i++) {
            socket.sendMore(parts[i]);
        }
        socket.send(parts[3]);
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
