package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static String repeated(String text, int times, String separator) {
        return String.join(separator, Collections.nCopies(times, text));
    }

    /// The first overflows the parser's stack, the others that of later parts of the compiler.
    static List<String> tooDeep() {
        String sum = repeated("1", 10_000, " + ");
        return List.of("int a = " + repeated("1", 100_000, " + ") + ";", sum, "int a = " + sum + ";", "int deep() { return " + sum + "; }",
                "class Deep { int f = " + sum + "; }", "(".repeat(3_000) + "1" + ")".repeat(3_000), "\"\"" + " + 1.5".repeat(8_000),
                "List<".repeat(3_000) + "Integer" + ">".repeat(3_000) + " lists;");
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void codeThatIsTooDeepForTheCompilerIsACompileErrorThatSaysWhatToDo(String deep) {
        Cells.Ran ran = cells.run("int before = 5;\n\n" + deep);
        assertEquals(CellError.COMPILE, ran.error().name());
        String start = "cell " + ran.cell() + ", line 3: an expression is too deeply nested for the compiler; cut it";
        assertTrue(ran.error().message().startsWith(start), ran.error().message());
        assertGoesOn();
        assertEquals("5", cells.run("before").value());
        assertFalse(cells.evaluator().documentation("Math.floor(", 11).isEmpty());
    }

    @Test
    void helpForCodeThatIsTooDeepIsEmpty() {
        String deep = "int a = " + repeated("1", 100_000, " + ");
        assertEquals(List.of(), cells.evaluator().complete(deep + " + Mat", deep.length() + 6).options());
        assertEquals(List.of(), cells.evaluator().documentation(deep + " + Math.abs(", deep.length() + 12));
        assertEquals(Completeness.COMPLETE, cells.evaluator().completeness(deep + ";"));
    }

    private static final String LONG = "x".repeat(70_000);
    private static final String HALF = "y".repeat(40_000);
    private static final String UMLAUTS = "\u00e4".repeat(40_000);

    static List<Arguments> tooLong() {
        return List.of(
                Arguments.of("String text = \"" + LONG + "\";", "70,000"),
                Arguments.of("\"" + LONG + "\"", "70,000"),
                Arguments.of("System.out.println(\"" + LONG + "\");", "70,000"),
                Arguments.of("String text = \"" + HALF + "\" + \"" + HALF + "\";", "80,000"),
                Arguments.of("String text = \"" + UMLAUTS + "\";", "80,000"),
                Arguments.of("String text = \"\"\"\n    " + repeated("abcdefg", 10_000, "\n    ") + "\"\"\";", "79,999"),
                Arguments.of("String text() { return \"" + LONG + "\"; }", "70,000"),
                Arguments.of("class Texts { String text = \"" + UMLAUTS + "\"; }", "80,000"),
                Arguments.of("record Texts(int a) { static final String A = \"" + HALF + "\"; String twice() { return A + A; } }", "more"));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void textThatIsTooLongForAClassFileIsACompileErrorThatSaysWhatToDo(String code, String bytes) {
        cells.run("int before = 5;");
        Cells.Ran ran = cells.run("// a comment\n" + code);
        assertEquals(CellError.COMPILE, ran.error().name());
        assertEquals("cell " + ran.cell() + ", line 2: a text written in a program may have at most 65,535 bytes, but this one has " + bytes
                + "; the compiler joins \"a\" + \"b\" to one text", ran.error().message());
        assertTrue(ran.trace().get(1).contains("Files.readString(Path.of(\"...\"))"), ran.error().plainText());
        assertEquals(List.of(), ran.result().warnings());
        assertGoesOn();
        assertEquals("5 6", cells.run("int after = 6;\nbefore + \" \" + after").value());
        assertFalse(cells.evaluator().documentation("Math.floor(", 11).isEmpty());
    }

    @Test
    void textThatIsTooLongLeavesWhatTheNameMeantBefore() {
        cells.run("String kept = \"short\";\nString keptToo() { return kept; }");
        cells.run("String kept = \"" + LONG + "\";").error();
        cells.run("String keptToo() { return \"" + LONG + "\"; }").error();
        assertEquals("short", cells.run("keptToo()").value());
    }

    @Test
    void textsThatJustFitAndTextsJoinedWhileTheCellRunsAreFine() {
        assertEquals("65535", cells.run("\"" + "x".repeat(65_535 - 1) + "\".length() + 1").value());
        assertEquals("80000", cells.run("String.join(\"\", \"" + HALF + "\", \"" + HALF + "\").length()").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"int[] large = {%s};", "void large() { int n; %s; }", "for (int n; ; ) { %s; }"})
    void codeThatIsTooLongForAMethodIsACompileErrorThatSaysWhatToDo(String form) {
        boolean isArray = form.contains("[]");
        String code = form.formatted(isArray ? repeated("1", 20_000, ", ") : repeated("n = 1_000", 20_000, "; "));
        Cells.Ran ran = cells.run(code);
        assertEquals("cell " + ran.cell() + ", line 1: a method may have at most 65,535 bytes of compiled code, but this one has more", ran.error().message());
        assertEquals(List.of(), ran.result().warnings());
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
