package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.spec.KernelSpec;

/// Two notebooks that are open at once.
@Timeout(180)
class TwoKernelsTest {
    @TempDir
    private static Path folder;

    private static Client one;
    private static Client two;

    @BeforeAll
    static void start() throws IOException {
        one = new Client(Files.createDirectory(folder.resolve("one")), command(), Map.of());
        two = new Client(Files.createDirectory(folder.resolve("two")), command(), Map.of());
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void close() {
        one.close();
        two.close();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(KernelSpec.FLAGS);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Kernel.class.getName()));
        return command;
    }

    private static String printed(Client client, String id) {
        return client.published(id).stream().filter(message -> message.type().equals("stream")).map(message -> message.text("text"))
                .collect(Collectors.joining());
    }

    @Test
    void eachHasItsOwnVariables() {
        one.reply(one.execute("int mine = 1;"));
        assertEquals("CompileError", two.reply(two.execute("mine")).text("ename"));
        two.reply(two.execute("String mine = \"two\";"));
        assertEquals("1", printed(one, one.execute("System.out.print(mine);")));
        assertEquals("two", printed(two, two.execute("System.out.print(mine);")));
    }

    @Test
    void interruptOfOneDoesNotStopTheOther() {
        String loop = one.execute("System.out.println(\"running\");\nwhile (true) { }");
        String work = two.execute("System.out.println(\"running\");\n"
                + "for (long end = System.nanoTime() + 1_500_000_000L; System.nanoTime() < end; ) { }\nSystem.out.print(\"done\");");
        one.awaitStream(loop, "running");
        two.awaitStream(work, "running");
        one.control("interrupt_request", new JsonObject());
        assertEquals("Interrupted", one.reply(loop).text("ename"));
        assertEquals("ok", two.reply(work).text("status"));
        two.awaitStream(work, "done");
    }

    @Test
    void outputsOfCellsThatRunAtTheSameTimeDoNotMix() {
        String print = "for (int i = 0; i < 300; i++) {\n    System.out.println(\"%s \" + i);\n    Thread.sleep(1);\n}";
        String first = one.execute(print.formatted("one"));
        String second = two.execute(print.formatted("two"));
        String ofOne = printed(one, first);
        String ofTwo = printed(two, second);
        assertEquals(300, ofOne.lines().count());
        assertEquals(300, ofTwo.lines().count());
        assertTrue(ofOne.lines().allMatch(line -> line.startsWith("one ")), ofOne);
        assertTrue(ofTwo.lines().allMatch(line -> line.startsWith("two ")), ofTwo);
    }
}
