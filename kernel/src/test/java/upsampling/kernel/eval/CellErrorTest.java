package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellErrorTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @Test
    void frameNamesCellAndLineAndNoFrameIsOfTheKernel() {
        Cells.Ran ran = cells.run("int[] a = new int[3];\nint i = 5;\na[i] = 1;");
        assertEquals(List.of("java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 3",
                "    at cell " + ran.cell() + ", line 3"), ran.trace());
    }

    @Test
    void nameAndMessageAreTheLearnersExceptions() {
        CellError error = cells.run("throw new IllegalArgumentException(\"too small\");").error();
        assertEquals("java.lang.IllegalArgumentException", error.name());
        assertEquals("too small", error.message());
    }

    @Test
    void everyCauseIsNamedWithItsFrames() {
        Cells.Ran ran = cells.run("""
                int f(int n) {
                  return 10 / n;
                }
                void h() {
                  try { f(0); } catch (Exception e) { throw new IllegalStateException("wrap", e); }
                }
                h();""");
        String cell = "cell " + ran.cell();
        assertEquals(List.of("java.lang.IllegalStateException: wrap", "    at h, " + cell + ", line 5", "    at " + cell + ", line 7",
                "caused by java.lang.ArithmeticException: / by zero", "    at f, " + cell + ", line 2", "    at h, " + cell + ", line 5",
                "    at " + cell + ", line 7"), ran.trace());
    }

    @Test
    void linesAreCountedFromTheCellsFirstLineAlsoBelowCommentsAndBlankLines() {
        Cells.Ran ran = cells.run("// a comment\n\nint q = 3;\n\n/* two\n lines */\nint r = 1 / (q - 3);");
        assertEquals("    at cell " + ran.cell() + ", line 7", ran.trace().getLast());
    }

    @Test
    void frameOfAnEarlierCellNamesThatCell() {
        int earlier = cells.run("int broken() {\n  return 1 / 0;\n}").cell();
        Cells.Ran ran = cells.run("broken()");
        assertEquals(List.of("    at broken, cell " + earlier + ", line 2", "    at cell " + ran.cell() + ", line 1"),
                ran.trace().subList(1, 3));
    }

    @Test
    void exceptionClassAndMessagesDoNotNameTheWrapper() {
        assertEquals("MyError", cells.run("class MyError extends RuntimeException { }\nthrow new MyError();").error().name());
        assertEquals("Cannot invoke \"Object.toString()\" because \"nothing\" is null",
                cells.run("Object nothing = null;\nnothing.toString();").error().message());
    }

    @Test
    void stackOverflowIsCutAtTwentyFrames() {
        List<String> trace = cells.run("int down(int n) { return down(n + 1); }\ndown(0)").trace();
        assertEquals("java.lang.StackOverflowError", trace.getFirst());
        assertEquals(22, trace.size());
        assertTrue(trace.getLast().matches("    \\.\\.\\. \\d+ more"), trace.getLast());
    }

    @Test
    void toStringThatFailsIsAnErrorWithItsLine() {
        Cells.Ran ran = cells.run("class Bad {\n  public String toString() { return \"\" + 1 / 0; }\n}\nnew Bad()");
        assertEquals(List.of("java.lang.ArithmeticException: / by zero", "    at Bad.toString, cell " + ran.cell() + ", line 2"), ran.trace());
    }

    @Test
    void toStringThatOverflowsTheStackIsAnErrorAndTheSessionGoesOn() {
        assertEquals("java.lang.StackOverflowError",
                cells.run("class Deep { public String toString() { return toString(); } }\nnew Deep()").error().name());
        assertEquals("42", cells.run("6 * 7").value());
    }

    @Test
    void assertionsAreOn() {
        CellError error = cells.run("assert 1 == 2 : \"no\";").error();
        assertEquals("java.lang.AssertionError", error.name());
        assertEquals("no", error.message());
    }

    @Test
    void compileErrorMarksTheSpan() {
        Cells.Ran ran = cells.run("int fine = 1;\n  String s = fine + ;");
        String place = "cell " + ran.cell() + ", line 2: ";
        assertEquals(List.of(place + "illegal start of expression", "      String s = fine + ;", "                        ^"), ran.trace());
        assertTrue(ran.error().traceback().get(1).contains("\u001b[1;31m;\u001b[0m"), ran.error().traceback().get(1));
        assertEquals(CellError.COMPILE, ran.error().name());
    }

    @Test
    void compileErrorKeepsJavacsExplanation() {
        Cells.Ran ran = cells.run("double area = Mth.PI;");
        assertEquals(List.of("cell " + ran.cell() + ", line 1: cannot find symbol", "    double area = Mth.PI;", "                  ^^^",
                "  symbol:   variable Mth", "did you mean Math?"), ran.trace());
    }

    @Test
    void unfinishedCellIsACompileError() {
        Cells.Ran ran = cells.run("int f() {\n  return 1;");
        assertEquals("cell " + ran.cell() + ", line 2: reached end of file while parsing", ran.error().message());
    }

    @Test
    void linesBeforeACompileErrorHaveRun() {
        Cells.Ran ran = cells.run("int before = 7;\nint after = undefined;");
        assertEquals(CellError.COMPILE, ran.error().name());
        assertEquals("7", cells.run("before").value());
    }

    @Test
    void undefinedNameInAMethodIsWarnedOfAtTheEndOfTheCellAndNamedAtTheCall() {
        assertEquals(List.of("area uses undefined: variable Mth; did you mean Math?"),
                cells.run("double area(double r) { return Mth.PI * r; }").result().warnings());
        assertEquals("area cannot run: it uses undefined variable Mth", cells.run("area(2)").error().message());
    }

    @Test
    void undefinedNameInAClassIsWarnedOf() {
        assertEquals(List.of("Net uses undefined: class Brick"), cells.run("class Net { Brick first; }").result().warnings());
    }

    @Test
    void errorOfAThreadIsPrintedBelowItsCell() {
        Cells.Ran ran = cells.run("Thread t = new Thread(() -> {\n  throw new IllegalStateException(\"child\");\n});\nt.start();\nt.join();");
        assertTrue(ran.output().await("line 2"), ran.output().all());
        assertTrue(ran.output().all().contains("java.lang.IllegalStateException: child\n    at lambda, cell " + ran.cell() + ", line 2"),
                ran.output().all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            System.exit | System.exit(3);
            System.exit | void leave() { System.exit(3); } leave();
            System.exit | class Leaver { static { System.exit(3); } } new Leaver();
            System.exit | java.util.function.IntConsumer leaver = System::exit; leaver.accept(3);
            Runtime.exit | Runtime.getRuntime().exit(3);
            Runtime.halt | Runtime.getRuntime().halt(3);
            Runtime.halt | java.util.function.IntConsumer halter = Runtime.getRuntime()::halt; halter.accept(3);
            """)
    void callThatWouldEndTheKernelIsAnException(String call, String source) {
        String message = cells.run(source).trace().stream().filter(line -> line.contains("IllegalState")).findFirst().orElse("");
        assertTrue(message.contains(call + " is not available in a notebook: it would end the kernel."), message);
    }

    @Test
    void reDefinedMethodCannotExitEither() {
        cells.run("void quiet() { }");
        CellError error = cells.run("void quiet() { System.exit(1); }\nquiet();").error();
        assertTrue(error.message().startsWith("System.exit is not available in a notebook"), error.message());
    }
}
