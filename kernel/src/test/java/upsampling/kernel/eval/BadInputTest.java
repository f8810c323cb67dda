package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BadInputTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    private static void assertGoesOn() {
        assertEquals("42", cells.run("6 * 7").value());
    }

    @Test
    void cellOfOneMegabyteRuns() {
        String comments = IntStream.range(0, 20_000).mapToObj(i -> "// comment number " + i + " of a very long cell, which is no mistake\n").collect(Collectors.joining());
        assertEquals("3", cells.run(comments + "int last = 3;\n" + "last").value());
    }

    @Test
    void lineOfAMillionCharactersIsShownAroundItsErrorOnly() {
        Cells.Ran ran = cells.run("/*" + "x".repeat(1_000_000) + "*/ int a = \"text\"; /*" + "y".repeat(1_000_000) + "*/");
        String trace = ran.error().plainText();
        assertTrue(trace.length() < 2_000, trace.length() + " characters");
        assertTrue(trace.contains("int a = \"text\";"), trace);
        String mark = trace.lines().filter(line -> line.matches("\\s*\\^+")).findFirst().orElse("");
        String line = trace.lines().filter(each -> each.contains("int a =")).findFirst().orElse("");
        assertEquals("\"text\"", line.substring(mark.indexOf('^'), mark.length()));
        assertGoesOn();
    }

    @Test
    void expressionThatIsTooDeepForTheCompilerIsACompileErrorThatSaysWhatToDo() {
        Cells.Ran ran = cells.run("int a = 1" + " + 1".repeat(100_000) + ";");
        assertEquals(CellError.COMPILE, ran.error().name());
        assertTrue(ran.error().message().contains("too deeply nested"), ran.error().message());
        assertGoesOn();
    }

    @Test
    void aTextOfTenMillionCharactersIsCut() {
        String value = cells.run("\"x\".repeat(10_000_000)").value();
        assertTrue(value.length() < 1_000_200, value.length() + " characters");
        assertTrue(value.endsWith("... 9,000,000 more characters"), value.substring(value.length() - 100));
    }

    @Test
    void toStringThatCallsItselfThroughAnotherObjectIsAnError() {
        Cells.Ran ran = cells.run("List<Object> a = new ArrayList<>();\nList<Object> b = new ArrayList<>();\na.add(b);\nb.add(a);\na");
        assertEquals("java.lang.StackOverflowError", ran.error().name());
        assertGoesOn();
    }

    @Test
    void threadsCannotBeStoppedByForce() {
        assertEquals("java.lang.UnsupportedOperationException", cells.run("Thread.currentThread().stop();").error().name());
        assertGoesOn();
    }

    @Test
    void interruptingOneselfOrAllThreadsDoesNotEndTheSession() {
        cells.run("Thread.currentThread().interrupt();");
        assertGoesOn();
        cells.run("Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith(\"cell\")).forEach(Thread::interrupt);");
        assertGoesOn();
        Cells.Ran ran = cells.run("System.out.print(\"still printed\");");
        assertEquals("out:still printed", ran.output().all());
    }
}
