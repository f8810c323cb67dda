package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.kernel.spec.KernelSpec;

/// The kernel through its sockets, in a JVM of its own with the flags of its spec.
@Timeout(180)
class KernelProtocolTest {
    @TempDir
    static Path folder;

    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        client = new Client(folder, command(), Map.of());
        client.awaitReady();
    }

    @AfterAll
    static void close() {
        client.close();
    }

    /// The packaged kernel is this class with the same flags; the jar itself does not exist yet when tests run.
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(KernelSpec.FLAGS);
        command.addAll(List.of("-javaagent:" + Path.of("target", "kernel-agent.jar").toAbsolutePath(), "-cp", classPath(),
                Kernel.class.getName()));
        return command;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<String> types(List<Client.Received> messages) {
        return messages.stream().map(Client.Received::type).toList();
    }

    private static JsonObject request(Object... fields) {
        JsonObject content = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            switch (fields[i + 1]) {
                case Integer number -> content.addProperty((String) fields[i], number);
                case Boolean flag -> content.addProperty((String) fields[i], flag);
                default -> content.addProperty((String) fields[i], (String) fields[i + 1]);
            }
        }
        return content;
    }

    private static Client.Received first(List<Client.Received> messages, String type) {
        return messages.stream().filter(message -> message.type().equals(type)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + messages));
    }

    @Test
    void kernelInfoHasAStatusAndTheShortVersion() {
        JsonObject info = client.reply(client.ask("kernel_info_request", new JsonObject())).content();
        assertEquals("ok", info.get("status").getAsString());
        JsonObject language = info.getAsJsonObject("language_info");
        assertEquals(String.valueOf(Runtime.version().feature()), language.get("version").getAsString());
        assertEquals(".jshell", language.get("file_extension").getAsString());
        assertEquals("java", language.get("codemirror_mode").getAsString());
        assertEquals("java", language.get("pygments_lexer").getAsString());
    }

    @Test
    void cellPublishesItsInputItsOutputAndItsValueBetweenBusyAndIdle() {
        String id = client.execute("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\");\n6 * 7");
        Client.Received reply = client.reply(id);
        List<Client.Received> published = client.published(id);
        assertEquals(List.of("status", "execute_input", "stream", "stream", "stream", "execute_result", "status"), types(published));
        assertEquals("a", published.get(2).text("text"));
        assertEquals("stderr", published.get(3).text("name"));
        assertEquals("c", published.get(4).text("text"));
        JsonObject result = published.get(5).content();
        assertEquals("42", result.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals("ok", reply.text("status"));
        assertEquals(reply.content().get("execution_count"), result.get("execution_count"));
    }

    @Test
    void executionCountGrowsWithEveryStoredCell() {
        int first = client.reply(client.execute("1")).content().get("execution_count").getAsInt();
        client.reply(client.ask("execute_request", Client.executeContent("1", true, true)));
        int second = client.reply(client.execute("1")).content().get("execution_count").getAsInt();
        assertEquals(first + 1, second);
    }

    @Test
    void silentCellPublishesNeitherInputNorValue() {
        String id = client.ask("execute_request", Client.executeContent("1 + 1", true, true));
        client.reply(id);
        assertEquals(List.of("status", "status"), types(client.published(id)));
    }

    @Test
    void shownThingArrivesAsHtmlAndText() {
        String id = client.execute("import upsampling.show.*;\nShow.show(new Shown(\"<b>x</b>\", \"an x\"));");
        JsonObject data = first(client.published(id), "display_data").content().getAsJsonObject("data");
        assertEquals("<b>x</b>", data.get("text/html").getAsString());
        assertEquals("an x", data.get("text/plain").getAsString());
    }

    @Test
    void displayWithAnIdIsReplaced() {
        String id = client.execute("import upsampling.kernel.eval.*;\nCurrentCell.display(Bundle.ofText(\"1\"), \"bar\");\n"
                + "CurrentCell.display(Bundle.ofText(\"2\"), \"bar\");\nCurrentCell.clear(false);");
        List<Client.Received> published = client.published(id);
        JsonObject update = first(published, "update_display_data").content();
        assertEquals("bar", update.getAsJsonObject("transient").get("display_id").getAsString());
        assertEquals("2", update.getAsJsonObject("data").get("text/plain").getAsString());
        assertFalse(first(published, "clear_output").content().get("wait").getAsBoolean());
    }

    @Test
    void liveDisplayOfALessonIsDisplayedOnceAndThenUpdated() {
        String id = client.execute("import upsampling.show.*;\ntry (var progress = Progress.of(\"training\", 2)) {\n    progress.step();\n    progress.step();\n}");
        List<Client.Received> published = client.published(id);
        JsonObject shown = first(published, "display_data").content();
        JsonObject update = first(published, "update_display_data").content();
        String displayId = shown.getAsJsonObject("transient").get("display_id").getAsString();
        assertEquals(displayId, update.getAsJsonObject("transient").get("display_id").getAsString());
        assertEquals("training: 0 of 2", shown.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals("training: 2 of 2", update.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals(1, types(published).stream().filter("display_data"::equals).count(), types(published).toString());
    }

    @Test
    void liveDisplayThatWasClearedIsDisplayedAnew() {
        String id = client.execute("import upsampling.show.*;\nvar live = Show.live();\nlive.update(1);\nShow.clear();\nlive.update(2);\nlive.close();");
        List<String> types = types(client.published(id)).stream().filter(type -> type.contains("display") || type.contains("clear")).toList();
        assertEquals(List.of("display_data", "clear_output", "display_data"), types);
    }

    @Test
    void errorNamesTheLearnersExceptionInMessageAndReply() {
        String id = client.execute("int zero = 0;\n1 / zero");
        JsonObject reply = client.reply(id).content();
        JsonObject error = first(client.published(id), "error").content();
        assertEquals("error", reply.get("status").getAsString());
        for (JsonObject each : List.of(reply, error)) {
            assertEquals("java.lang.ArithmeticException", each.get("ename").getAsString());
            assertEquals("/ by zero", each.get("evalue").getAsString());
            String cell = "cell " + reply.get("execution_count").getAsInt();
            assertEquals(List.of("java.lang.ArithmeticException: / by zero", "    at " + cell + ", line 2"),
                    Client.strings(each.getAsJsonArray("traceback")));
        }
    }

    @Test
    void warningIsPrintedOnTheErrorStream() {
        String id = client.execute("double area(double r) { return Mth.PI * r; }");
        Client.Received stream = first(client.published(id), "stream");
        assertEquals("stderr", stream.text("name"));
        assertEquals("warning: area uses undefined: variable Mth; did you mean Math?\n", stream.text("text"));
    }

    @Test
    void cellsThatWaitAreAbortedAfterAnError() {
        String failing = client.execute("System.out.println(\"first\");\nThread.sleep(300);\nthrow new IllegalStateException();");
        String waiting = client.execute("System.out.println(\"must not run\");");
        String question = client.ask("kernel_info_request", new JsonObject());
        assertEquals("error", client.reply(failing).text("status"));
        assertEquals("aborted", client.reply(waiting).text("status"));
        assertEquals("ok", client.reply(question).text("status"), "other requests are answered");
        assertEquals(List.of("status", "status"), types(client.published(waiting)));
        assertEquals("ok", client.reply(client.execute("1")).text("status"), "what is sent later runs");
    }

    @Test
    void cellsThatWaitRunAfterAnErrorIfTheRequestSaysSo() {
        String failing = client.ask("execute_request",
                Client.executeContent("Thread.sleep(300);\nthrow new IllegalStateException();", false, false));
        String waiting = client.execute("1");
        assertEquals("error", client.reply(failing).text("status"));
        assertEquals("ok", client.reply(waiting).text("status"));
    }

    @Test
    void interruptStopsABusyLoopAndNoThreadIsLeft() {
        String id = client.execute("System.out.println(\"running\");\nwhile (true) { }");
        client.awaitStream(id, "running");
        assertEquals("ok", client.control("interrupt_request", new JsonObject()).text("status"));
        Client.Received reply = client.reply(id);
        assertEquals("Interrupted", reply.text("ename"));
        String count = client.execute("Thread.getAllStackTraces().keySet().stream().filter(t -> t != Thread.currentThread()"
                + " && t.getThreadGroup() != null && t.getThreadGroup().getName().startsWith(\"cell\")).map(Thread::getName).toList()");
        JsonObject result = first(client.published(count), "execute_result").content();
        assertEquals("[]", result.getAsJsonObject("data").get("text/plain").getAsString());
    }

    /// Of a kernel that has just started: the cell first waits for the session, then for steps of the warm-up, which begin when nothing was asked
    /// for a while.
    @Test
    void interruptStopsACellAlsoWhileItWaitsForTheStartOrTheWarmUp() throws Exception {
        Path own = Files.createDirectory(folder.resolve("early"));
        try (Client other = new Client(own, command(), Map.of())) {
            for (int i = 0; i < 12; i++) {
                String id = other.execute("while (true) { }");
                Thread.sleep(i); // each time a little later in what the kernel does before the cell
                other.control("interrupt_request", new JsonObject());
                Client.Received reply = other.replyOrNull(id, 2_000);
                for (int late = 0; reply == null && late < 30; late++) { // it came before the request, which are on two sockets
                    other.control("interrupt_request", new JsonObject());
                    reply = other.replyOrNull(id, 2_000);
                }
                assertTrue(reply != null, "attempt " + i + " still runs");
                assertEquals("Interrupted", reply.text("ename"));
                Thread.sleep(250); // the warm-up goes on after 200 ms
            }
            assertEquals("ok", other.reply(other.execute("1")).text("status"));
        }
    }

    @Test
    void kernelAnswersOnControlWhileACellRuns() {
        String id = client.execute("System.out.println(\"running\");\nwhile (true) { }");
        client.awaitStream(id, "running");
        assertEquals("ok", client.control("kernel_info_request", new JsonObject()).text("status"));
        client.control("interrupt_request", new JsonObject());
        assertEquals("error", client.reply(id).text("status"));
    }

    @Test
    void lateOutputArrivesWithItsCell() {
        String first = client.execute("""
                var door = new java.util.concurrent.CountDownLatch(1);
                new Thread(() -> {
                    try { door.await(); } catch (InterruptedException e) { }
                    System.out.println("late");
                }).start();""");
        client.published(first);
        client.reply(client.execute("door.countDown();"));
        client.awaitStream(first, "late");
    }

    @Test
    void cellAsksTheFrontEndForInput() {
        String id = client.execute("System.out.print(\"name? \");\nnew Scanner(System.in).nextLine()");
        assertEquals("input_request", client.inputRequest().type());
        client.answerInput("Ada");
        List<Client.Received> published = client.published(id);
        assertEquals("name? ", first(published, "stream").text("text"));
        JsonObject result = first(published, "execute_result").content();
        assertEquals("Ada", result.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void cellThatWaitsForInputCanBeInterruptedAndAskedAgain() {
        String waiting = client.execute("new Scanner(System.in).nextLine()");
        client.inputRequest();
        client.control("interrupt_request", new JsonObject());
        assertEquals("Interrupted", client.reply(waiting).text("ename"));
        String id = client.execute("new Scanner(System.in).nextLine()");
        client.inputRequest();
        client.answerInput("again");
        JsonObject result = first(client.published(id), "execute_result").content();
        assertEquals("again", result.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void completionCountsCharactersAsTheProtocolDoes() {
        String code = "String smile = \"😀\"; Math.flo";
        int characters = code.codePointCount(0, code.length());
        JsonObject reply = client.reply(client.ask("complete_request", request("code", code, "cursor_pos", characters))).content();
        assertTrue(Client.strings(reply.getAsJsonArray("matches")).contains("floorMod("), reply.toString());
        assertEquals(characters - "flo".length(), reply.get("cursor_start").getAsInt());
        assertEquals(characters, reply.get("cursor_end").getAsInt());
    }

    @Test
    void inspectionFindsSignatures() {
        JsonObject reply = client.reply(client.ask("inspect_request", request("code", "Math.floor", "cursor_pos", 7, "detail_level", 0))).content();
        assertTrue(reply.get("found").getAsBoolean());
        assertTrue(reply.getAsJsonObject("data").get("text/plain").getAsString().startsWith("double Math.floor(double"));
    }

    @Test
    void unfinishedCodeIsIncompleteWithAnIndent() {
        JsonObject reply = client.reply(client.ask("is_complete_request", request("code", "if (true) {"))).content();
        assertEquals("incomplete", reply.get("status").getAsString());
        assertEquals("    ", reply.get("indent").getAsString());
    }

    @Test
    void historyIsAnsweredAsTuples() {
        client.reply(client.execute("int remembered = 1;"));
        JsonObject tail = client.reply(client.ask("history_request",
                request("output", false, "raw", true, "hist_access_type", "tail", "n", 1))).content();
        assertEquals("ok", tail.get("status").getAsString());
        JsonArray entry = tail.getAsJsonArray("history").get(0).getAsJsonArray();
        assertEquals("int remembered = 1;", entry.get(2).getAsString());
        JsonObject search = client.reply(client.ask("history_request",
                request("output", true, "raw", true, "hist_access_type", "search", "pattern", "int rem?mb*", "n", 5, "unique", true))).content();
        assertEquals(entry.get(1), search.getAsJsonArray("history").get(0).getAsJsonArray().get(1));
        JsonObject unlimited = client.reply(client.ask("history_request",
                request("output", false, "raw", true, "hist_access_type", "search", "pattern", "int rem*"))).content();
        assertEquals(entry, unlimited.getAsJsonArray("history").get(0));
        JsonObject range = client.reply(client.ask("history_request", request("output", false, "raw", true, "hist_access_type", "range",
                "session", 0, "start", entry.get(1).getAsInt(), "stop", entry.get(1).getAsInt() + 1))).content();
        assertEquals(List.of(entry), range.getAsJsonArray("history").asList());
    }

    @Test
    void commsAreAnsweredAndClosed() {
        JsonObject comms = client.reply(client.ask("comm_info_request", request("target_name", "x"))).content();
        assertEquals("ok", comms.get("status").getAsString());
        JsonObject open = request("comm_id", "c1", "target_name", "unknown");
        open.add("data", new JsonObject());
        assertEquals("c1", first(client.published(client.ask("comm_open", open)), "comm_close").text("comm_id"));
    }

    @Test
    void unknownRequestDoesNotEndTheLoop() {
        client.ask("debug_request", new JsonObject());
        assertEquals("ok", client.reply(client.execute("1")).text("status"));
    }

    @Test
    void requestsOfUnknownTypesAndMalformedMessagesAreIgnored() throws IOException {
        client.ask("request_of_the_year_2100", request("code", "1"));
        client.sendParts("no JSON", "{}", "{}", "{}");
        client.sendParts("null", "{}", "{}", "{}");
        client.sendParts("[]", "{}", "{}", "{}");
        client.sendParts("{\"msg_type\": \"execute_request\"}", "{}", "{}", "null");
        client.sendParts("{\"msg_type\": \"execute_request\", \"msg_id\": \"1\"}", "{}", "{}", "{\"code\": {}}");
        assertEquals("ok", client.reply(client.execute("1")).text("status"));
    }

    @Test
    void messageWithAWrongSignatureIsIgnoredAndLogged() throws IOException {
        client.reply(client.execute("int signed = 1;"));
        client.askWithAWrongKey("execute_request", Client.executeContent("signed = 2;", false, true));
        String id = client.execute("signed");
        assertEquals("1", first(client.published(id), "execute_result").content().getAsJsonObject("data").get("text/plain").getAsString());
        String log = Files.readString(folder.resolve("kernel.log"));
        assertTrue(log.contains("The kernel has ignored a message on its shell channel: it is not signed with the key of the connection file"), log);
    }

    @Test
    void heartbeatIsReturned() {
        assertEquals("ping", client.heartbeat("ping"));
    }

    /// A subscription that reaches the kernel after its first message has missed it; the protocol cannot exclude that, so another kernel is started.
    @Test
    void startingStatusHasASession() throws Exception {
        for (int attempt = 1; attempt <= 10; attempt++) {
            Path own = Files.createDirectory(folder.resolve("starting " + attempt));
            try (Client other = new Client(own, command(), Map.of())) {
                Optional<Client.Received> first = other.firstPublished();
                if (first.isPresent() && first.get().parentId().isEmpty()) {
                    assertEquals("starting", first.get().text("execution_state"));
                    assertFalse(first.get().header().get("session").getAsString().isEmpty());
                    return;
                }
            }
        }
        fail("ten kernels published nothing but answers");
    }

    @Test
    void shutdownLeavesNoProcessAlsoIfACellRunsAndAHookHangs() throws Exception {
        Path own = Files.createDirectory(folder.resolve("shutdown"));
        try (Client other = new Client(own, command(), Map.of())) {
            other.awaitReady();
            String id = other.execute("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));\n"
                    + "new Thread(() -> { while (true) { } }).start();\nSystem.out.println(\"running\");\nwhile (true) { }");
            other.awaitStream(id, "running");
            Client.Received reply = other.control("shutdown_request", request("restart", false));
            assertEquals("shutdown_reply", reply.type());
            assertEquals("ok", reply.text("status"));
            assertTrue(other.process().waitFor(60, TimeUnit.SECONDS), "the process is still there");
        }
    }

    @Test
    void timeLimitOfTheEnvironmentStopsACell() throws Exception {
        Path own = Files.createDirectory(folder.resolve("limit"));
        try (Client other = new Client(own, command(), Map.of("COURSE_CELL_SECONDS", "2"))) {
            other.awaitReady();
            Client.Received reply = other.reply(other.execute("while (true) { }"));
            assertEquals("TimeLimit", reply.text("ename"));
            assertTrue(reply.text("evalue").contains("set COURSE_CELL_SECONDS to more seconds"), reply.text("evalue"));
        }
    }

    @Test
    void kernelThatCannotStartSaysWhyInTheCell() throws Exception {
        Path own = Files.createDirectory(folder.resolve("wrong"));
        try (Client other = new Client(own, command(), Map.of("COURSE_CELL_SECONDS", "soon"))) {
            other.awaitReady();
            Client.Received reply = other.reply(other.execute("1"));
            assertTrue(reply.text("evalue").contains("COURSE_CELL_SECONDS must be a number of seconds"), reply.text("evalue"));
        }
    }

    @Test
    void portInUseEndsTheKernelWithAMessage() throws Exception {
        Path own = Files.createDirectory(folder.resolve("port"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JsonObject file = request("transport", "tcp", "ip", "127.0.0.1", "signature_scheme", "hmac-sha256", "key", "k");
            for (String name : List.of("shell", "control", "stdin", "iopub", "hb")) {
                file.addProperty(name + "_port", taken.getLocalPort());
            }
            Path connection = Files.writeString(own.resolve("connection.json"), file.toString());
            List<String> full = new ArrayList<>(command());
            full.add(connection.toString());
            Path log = own.resolve("kernel.log");
            Process process = new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process is still there");
            assertEquals(1, process.exitValue());
            String said = Files.readString(log);
            assertTrue(said.contains("The kernel cannot open the sockets that " + connection + " names: "), said);
        }
    }

    /// The kernel's parent is a JVM that ends without a word, as a killed Jupyter server does.
    @ParameterizedTest
    @ValueSource(strings = {"1", "System.out.println(\"running\");\nwhile (true) { }"})
    void kernelEndsWithItsParentAlsoWhileACellRuns(String code) throws Exception {
        Path own = Files.createDirectory(folder.resolve("orphan " + code.length()));
        List<String> launcher = new ArrayList<>();
        launcher.addAll(List.of(command().getFirst(), "-cp", classPath(), KernelLauncher.class.getName()));
        launcher.addAll(command());
        try (Client other = new Client(own, launcher, Map.of())) {
            other.awaitReady();
            String id = other.execute(code);
            if (code.contains("running")) {
                other.awaitStream(id, "running");
            }
            ProcessHandle kernel = other.process().children().findFirst().orElseThrow();
            other.process().destroyForcibly();
            kernel.onExit().get(60, TimeUnit.SECONDS);
            assertFalse(kernel.isAlive());
        }
    }
}
