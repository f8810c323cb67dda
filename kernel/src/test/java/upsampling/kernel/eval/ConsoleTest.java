package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import upsampling.show.Show;
import upsampling.show.Shown;

/// What happens to the JVM's own streams. Replaces them, so no other test may hold an evaluator meanwhile: tests of a module run in turn.
class ConsoleTest {
    private final PrintStream out = System.out;
    private final InputStream in = System.in;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private PrintStream mine;

    @BeforeEach
    void replace() {
        mine = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(mine);
        System.setIn(new ByteArrayInputStream("typed".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void putBack() {
        System.setOut(out);
        System.setIn(in);
    }

    private String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void threadsOfTheFrontDoorPrintReadAndShowWhereTheyDid() throws Exception {
        try (Cells cells = Cells.start()) {
            cells.run("System.out.println(\"cell\");");
            System.out.print("progress ");
            Show.show(new Shown("", "shown"));
            assertEquals("typed", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("progress shown" + System.lineSeparator(), printed());
    }

    @Test
    void streamsArePutBackWhenTheLastEvaluatorCloses() {
        Cells first = Cells.start();
        Cells second = Cells.start();
        first.close();
        assertEquals("out:second\n", second.run("System.out.println(\"second\");").output().all());
        second.close();
        assertSame(mine, System.out);
    }

    @Test
    void evaluatorsOpenAtOnceKeepTheirOutputApart() {
        try (Cells first = Cells.start(); Cells second = Cells.start()) {
            assertEquals("out:1", first.run("int n = 1; System.out.print(n);").output().all());
            assertEquals("out:2", second.run("int n = 2; System.out.print(n);").output().all());
            assertEquals("1", first.run("n").value());
        }
        assertEquals("", printed());
    }
}
