package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import upsampling.grader.compile.AnswerCompiler;
import upsampling.grader.intake.Submission.Status;
import upsampling.grader.toy.Counting;

/// Answers in the cells of a notebook: what is taken, how it is compiled, and that it computes what the cell computed.
final class NotebookTest {
    private static final String SETUP = """
        import upsampling.tensor.*;
        import upsampling.grader.toy.Counting;
        import static upsampling.grader.Check.check;
        """;
    private static final String TWICE = """
        check(new Counting() {
            @Override
            public long twice(long n) {
                return n + n;
            }
        });
        """;

    @TempDir
    Path folder;

    private static NotebookMaker notebook() {
        return new NotebookMaker().text("# A lesson").code(SETUP);
    }

    private Submission read(NotebookMaker notebook) throws Exception {
        return read(notebook.toString());
    }

    private Submission read(String notebook) throws Exception {
        Read.write(folder.resolve("in/ada/99-counting.ipynb"), notebook);
        return Read.all(folder.resolve("in")).getFirst();
    }

    private Counting made(Submission submission, String name) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path file = Files.write(sources.resolve(name), submission.files().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().bytes());
        try (var compiler = new AnswerCompiler(System.getProperty("java.class.path"))) {
            assertEquals(List.of(), compiler.compile(file, "answers.lesson99", classes), () -> Read.text(submission, name));
        }
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        return (Counting) loader.loadClass("answers.lesson99." + name.replace(".java", "")).getConstructor().newInstance();
    }

    private void assertTwice(NotebookMaker notebook) throws Exception {
        Submission read = read(notebook);
        assertEquals(List.of("99/MyTwice.java"), Read.names(read), () -> read.remarks().toString());
        assertEquals(List.of(), read.remarks());
        assertEquals(42, made(read, "MyTwice.java").twice(21), () -> Read.text(read, "MyTwice.java"));
    }

    @Test
    void takesTheObjectThatIsChecked() throws Exception {
        assertTwice(notebook().code(TWICE));
    }

    @Test
    void takesAClassAVariableAMethodAndARecord() throws Exception {
        String body = " { public long twice(long n) { return n + n; } }";
        assertTwice(notebook().code("class Mine implements Counting" + body).code("check(new Mine())"));
        assertTwice(notebook().code("class Mine implements Counting" + body));
        assertTwice(notebook().code("Counting mine = new Counting()" + body + ";\ncheck(mine);"));
        assertTwice(notebook().code("var mine = new Counting()" + body + ";").code("check(mine)"));
        assertTwice(notebook().code("record Mine(int k) implements Counting { public long twice(long n) { return k * n; } }\ncheck(new Mine(2));"));
        assertTwice(notebook().code("Counting make() { return new Counting()" + body + "; }\ncheck(make());"));
        assertTwice(notebook().code("class Base implements Counting" + body).code("class Mine extends Base { }").code("check(new Mine());"));
        assertTwice(notebook().code("var card = check(new upsampling.grader.toy.Counting()" + body + ");"));
        assertTwice(notebook().code("System.out.println(new Counting()" + body + ".twice(3));"));
    }

    @Test
    void bringsWhatTheAnswerNeedsFromOtherCells() throws Exception {
        assertTwice(notebook()
            .code("int two = 2;\nfinal long ONE = 1L;\nvar zero = 0L;\nvar shape = Shape.of(1, 1, 1, 2);")
            .code("long plus(long a, long b) { return a + b + zero; }\nlong plus(long a) { return a; }")
            .code("record Pair(long a, long b) { long sum() { return plus(a, b) + plus(zero); } }\nenum Kind { ONLY }\ninterface Named { String name(); }")
            .code("check(new Counting() {\n    public long twice(long n) {\n        Named named = () -> Kind.ONLY.name();\n"
                + "        List<Long> all = Stream.of(n, n).toList();\n        int none = shape.h() - 1 + named.name().length() - 4;\n"
                + "        return ONE * new Pair(all.get(0), (two - 1) * n).sum() + none;\n    }\n});"));
    }

    @Test
    void bringsNothingElse() throws Exception {
        Submission read = read(notebook().code("int n = 7; int m = 8;\nvar x = unknown();\nlong other(long n) { return n; }\nSystem.exit(1);").code(TWICE));
        String text = Read.text(read, "MyTwice.java");
        assertFalse(text.contains("7") || text.contains("other") || text.contains("unknown") || text.contains("exit"), () -> text);
        assertFalse(text.contains("Check"), "the answer does not need check, and the jail does not have it");
        assertEquals(List.of(), read.remarks());
    }

    @Test
    void aNameMeansItsLastDeclarationAbove() throws Exception {
        assertTwice(notebook().code("int k = 1;").code("int k = 2;\nlong times(long n) { return 3; }").code("long times(long n) { return k * n; }")
            .code("check(new Counting() { public long twice(long n) { return times(n); } });").code("int k = 99;"));
        assertTwice(notebook().code("check(new Counting() { public long twice(long n) { return later(n); } });").code("long later(long n) { return 2 * n; }"));
    }

    @Test
    void linesLeadBackToTheirCells() throws Exception {
        Submission read = read(notebook().code("// a comment\n\nlong half(long n) {\n    return n / 2;\n}").code(TWICE.replace("n + n", "4 * half(n)")));
        SourceFile file = read.files().getFirst();
        String[] lines = Read.text(read, "MyTwice.java").split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("4 * half(n)")) assertEquals("99-counting.ipynb, cell 4, line 4", file.origin().at(i + 1));
            if (lines[i].contains("return n / 2")) assertEquals("99-counting.ipynb, cell 3, line 4", file.origin().at(i + 1));
            if (lines[i].contains("import upsampling.grader.toy")) assertEquals("99-counting.ipynb, cell 2, line 2", file.origin().at(i + 1));
        }
        assertEquals("99-counting.ipynb, cell 4", file.origin().at(0));
        assertEquals("99-counting.ipynb, cell 4", file.origin().at(1), "nobody wrote the package line");
        assertEquals("99-counting.ipynb, cell 4", file.origin().at(10_000));
    }

    @Test
    void aCompilersErrorNamesTheCellsLine() throws Exception {
        Submission read = read(notebook().code(TWICE.replace("n + n", "n + missing")));
        Path file = Files.write(Files.createDirectories(folder.resolve("e")).resolve("MyTwice.java"), read.files().getFirst().bytes());
        try (var compiler = new AnswerCompiler(System.getProperty("java.class.path"))) {
            String error = compiler.compile(file, "answers.lesson99", Files.createDirectories(folder.resolve("ec"))).getFirst();
            int line = Integer.parseInt(error.split(":")[1]);
            assertEquals("99-counting.ipynb, cell 3, line 4", read.files().getFirst().origin().at(line), error);
        }
    }

    @Test
    void textThatIsNoJavaStillAnswersItsTask() throws Exception {
        Submission read = read(notebook().code(TWICE.replace("n + n;", "n + ;")).code("check(new Counting() { public Tensor negated(Tensor x) { return x; } });"));
        assertEquals(List.of("99/MyNegated.java", "99/MyTwice.java"), Read.names(read));
        Path file = Files.write(Files.createDirectories(folder.resolve("e")).resolve("MyTwice.java"), read.files().getLast().bytes());
        try (var compiler = new AnswerCompiler(System.getProperty("java.class.path"))) {
            List<String> errors = compiler.compile(file, "answers.lesson99", Files.createDirectories(folder.resolve("ec")));
            assertTrue(errors.getFirst().contains("illegal start of expression"), errors::toString);
            assertEquals("99-counting.ipynb, cell 3, line 4", read.files().getLast().origin().at(Integer.parseInt(errors.getFirst().split(":")[1])));
        }
    }

    @Test
    void oneCellMayAnswerTwoTasksAndTheLastAnswerCounts() throws Exception {
        Submission read = read(notebook()
            .code("check(new Counting() {\n    public long twice(long n) { return 0; }\n    public Tensor negated(Tensor x) { return x; }\n});")
            .code(TWICE));
        assertEquals(List.of("99/MyNegated.java", "99/MyTwice.java"), Read.names(read));
        assertEquals(Status.WARNED, read.status());
        assertEquals(List.of("task 99.1: 99-counting.ipynb, cell 3 does not count, since 99-counting.ipynb, cell 4 answers it, too, and comes later"), read.remarks());
        assertEquals(42, made(read, "MyTwice.java").twice(21));
        assertEquals(1, List.of(made(read, "MyNegated.java").getClass().getDeclaredMethods()).size(), "it answers one task alone");
    }

    @Test
    void theLessonsOwnBodyNeverBeatsAnAnswer() throws Exception {
        String own = "check(new Counting() {\n    @Override public long twice(long n) {\n        // your code\n        return Counting.super.twice(n);\n    }\n});";
        assertTwice(notebook().code(TWICE).code(own));
        Submission read = read(notebook().code(own));
        assertEquals(List.of("99/MyTwice.java"), Read.names(read), "a task that was not started is graded as such");
        Counting made = made(read, "MyTwice.java");
        try {
            made.twice(1);
            throw new AssertionError("not started");
        } catch (UnsupportedOperationException e) {
            assertTrue(e.getMessage().startsWith("Task 99.1:"), e.getMessage());
        }
    }

    @Test
    void aWrittenJavaFileBeatsACellAndAStarterDoesNot() throws Exception {
        Read.write(folder.resolve("in/ada/lesson99/MyTwice.java"), Read.answer("MyTwice"));
        Submission read = read(notebook().code(TWICE.replace("n + n", "0")));
        assertEquals(Read.answer("MyTwice"), Read.text(read, "MyTwice.java"));
        assertEquals(List.of("task 99.1: 99-counting.ipynb, cell 3 does not count, since lesson99/MyTwice.java answers it, too"), read.remarks());
        Read.write(folder.resolve("in/ada/lesson99/MyTwice.java"), Read.starter("MyTwice"));
        read = read(notebook().code(TWICE));
        assertEquals(List.of("99/MyTwice.java"), Read.names(read));
        assertEquals(42, made(read, "MyTwice.java").twice(21));
        assertEquals(List.of("lesson99/MyTwice.java"), read.ignored());
    }

    @Test
    void namesOfTheCourseStayVisibleToTheRule() throws Exception {
        String fake = "interface Counting { default long twice(long n) { return 42; } }";
        String tensor = "record Tensor(int a) { static long cheat(long n) { return n + n; } }";
        Submission read = read(notebook().code(fake).code(tensor).code(TWICE.replace("n + n", "Tensor.cheat(n)")));
        Path file = Files.write(folder.resolve("MyTwice.java"), read.files().getFirst().bytes());
        try (var compiler = new AnswerCompiler(System.getProperty("java.class.path"))) {
            assertEquals(List.of("Counting", "Tensor", "MyTwice", "MyTwiceCells"), compiler.outline(file).types());
        }
    }

    @Test
    void anOwnCheckChangesNothing() throws Exception {
        assertTwice(notebook().code("void check(Object o) { System.out.println(\"all right\"); }").code(TWICE));
    }

    @Test
    void dropsMagicAndSaysSo() throws Exception {
        Submission read = read(notebook().code("%time\n" + TWICE + "\n"));
        assertEquals(42, made(read, "MyTwice.java").twice(21));
        assertEquals(List.of("99-counting.ipynb, cell 3: lines that begin with % are no Java; they are left out"), read.remarks());
        assertTwice(notebook().code(TWICE.replace("n + n", "(n + n)\n            % 1000")));
    }

    @Test
    void saysWhyAVariableIsMissing() throws Exception {
        Submission inferred = read(notebook().code("var odd = Map.of(1, 2).entrySet();").code(TWICE.replace("n + n", "odd.size() * n")));
        assertTrue(inferred.remarks().getFirst().contains("cell 3: odd is declared with var"), () -> inferred.remarks().toString());
        Submission filled = read(notebook().code("long[] table;").code(TWICE.replace("n + n", "table[0] * n")));
        assertTrue(filled.remarks().getFirst().contains("statements outside an answer are not run"), () -> filled.remarks().toString());
    }

    @Test
    void metadataOutputsAndIdsChangeNothing() throws Exception {
        NotebookMaker plain = notebook().code(TWICE);
        String expected = Read.text(read(plain), "MyTwice.java");
        plain.last().remove("id");
        plain.last().remove("outputs");
        plain.last().addProperty("execution_count", "x");
        plain.last().addProperty("metadata", "exercise: 99.2, points: 1000");
        plain.root.addProperty("nbformat_minor", 4);
        assertEquals(expected, Read.text(read(plain), "MyTwice.java"));
        plain.last().addProperty("source", TWICE);
        assertEquals(expected, Read.text(read(plain), "MyTwice.java"), "the source may be one text");
        plain.last().addProperty("cell_type", "raw");
        assertEquals(List.of(), Read.names(read(plain)), "only code is read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"cells\": [}", "{\"cells\": 3, \"nbformat\": 4}", "\u0000", "{\"nbformat\": 4, \"cells\": []} trailing"})
    void aBrokenNotebookIsNamed(String text) throws Exception {
        Submission read = read(text);
        assertEquals(Status.WARNED, read.status());
        assertTrue(read.remarks().getFirst().startsWith("99-counting.ipynb ") && read.remarks().getFirst().contains("JupyterLab"), () -> read.remarks().toString());
    }

    @Test
    void anOlderFormatIsRefusedWithASentence() throws Exception {
        NotebookMaker old = notebook().code(TWICE);
        old.root.addProperty("nbformat", 3);
        assertTrue(read(old).remarks().getFirst().contains("has the format 3, and only format 4 is read"));
    }

    @Test
    void deepJsonHarmsNobody() throws Exception {
        assertEquals(Status.WARNED, read("{\"cells\": " + "[".repeat(200_000)).status());
        assertEquals(Status.WARNED, read("{\"metadata\": " + "{\"a\":".repeat(200_000)).status());
    }

    /// A parser can be kept busy, or made to call itself until the stack ends.
    @ParameterizedTest
    @ValueSource(strings = {"(", "((a) + ", "new A() {", "a<", "x -> ", "!", "a ? b : ", "if (a) ", "a.", "a + ", ";", "{", "\"\"\"", "[", "a(b<c,", "switch (a) { default -> ", "int x = 1;\n",
        "@A(", "class A { ", "f().", "(A & "})
    void hostileTextCostsItsCellAndLittleTime(String part) throws Exception {
        long start = System.nanoTime();
        NotebookMaker cells = notebook().code(TWICE);
        for (int i = 0; i < 8; i++) cells.code(part.repeat((60_000 + i) / part.length()));
        Submission read = read(cells.code("var t = new Counting() { public Tensor negated(Tensor x) { return " + part.repeat(9_000)));
        assertTrue(Read.names(read).contains("99/MyTwice.java"), () -> read.remarks().toString());
        assertEquals(42, made(read, "MyTwice.java").twice(21));
        assertTrue(System.nanoTime() - start < 20_000_000_000L, () -> "took " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Test
    void tooMuchCodeIsRefused() throws Exception {
        assertTrue(read(notebook().code("// " + "x".repeat(1 << 20)).code(TWICE)).remarks().getFirst().contains("more than 1048576 characters of code"));
        NotebookMaker many = notebook();
        for (int i = 0; i < 400; i++) many.code("int a" + i + ";");
        assertTrue(read(many).remarks().getFirst().contains("more than 400 code cells"));
    }

    @Test
    void aChainOfNeedsEnds() throws Exception {
        var cells = notebook();
        cells.code("long a(long n) { return n < 1 ? n : b(n - 1); }\nlong b(long n) { return n < 1 ? n : a(n - 1); }\nCounting one = two;\nCounting two = one;");
        cells.code("check(one);").code(TWICE.replace("n + n", "a(n) + 2 * n"));
        assertEquals(42, made(read(cells), "MyTwice.java").twice(21));
    }
}
