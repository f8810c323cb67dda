package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSnippetsTest {
    private static JShell shell;
    private static SourceCodeAnalysis analysis;

    @BeforeAll
    static void start() {
        shell = JShell.create();
        analysis = shell.sourceCodeAnalysis();
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static List<CellSnippets.Part> cut(String cell) {
        CellSnippets snippets = new CellSnippets(analysis::analyzeCompletion, cell);
        List<CellSnippets.Part> parts = new ArrayList<>();
        for (CellSnippets.Part part = snippets.next(); part != null; part = snippets.next()) {
            parts.add(part);
        }
        return parts;
    }

    /// What JShell cuts off when it always sees the whole rest.
    private static List<String> cutSlowly(String cell) {
        List<String> parts = new ArrayList<>();
        String rest = cell.stripLeading();
        while (!rest.isEmpty()) {
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            boolean complete = info.completeness().isComplete();
            parts.add(complete ? info.source().stripLeading() : rest);
            rest = complete ? info.remaining().stripLeading() : "";
        }
        return parts;
    }

    private static String filler(int characters) {
        return "/* " + "filler; and more\n".repeat(characters / 17) + "*/";
    }

    /// Snippets whose end is settled only by what follows, at every place around the end of the first look, and with a long comment in between.
    @ParameterizedTest
    @ValueSource(strings = {
        "if (1 < 2) f(1);\nelse f(2);\nint last = 3;",
        "if (1 < 2) { f(1); }\n// why; not\nelse if (2 < 3) { f(2); } else f(3);\nlast",
        "try { f(1); }\ncatch (Exception e) { f(2); }\nfinally { f(3); }\nlast",
        "do { f(1); }\nwhile (false);\nint last;",
        "a\n    .b(1)\n    .c(2);\nlast",
        "String s = \"; else \";\nchar c = ';';\nlast",
        "String s = \"\"\"\n  else;\n  if \\\"\"\"; (\n  \"\"\";\nlast",
        "for (int i = 0; i < 3; i++) f(i);\nint g(int n) { return n; } class A { int b; void c() { ; } }\nlast",
        "int x = 1; ; ;\nimport java.util.*;\nlast",
        "int x = ;\nint y = 2;",
        "class A {\n  int b;",
        "1 + 1",
    })
    void cutsAsIfTheWholeRestWereSeen(String code) {
        for (int before = 1_940; before <= 2_010; before += 1) {
            String cell = "int head = 1;\n//" + "-".repeat(before) + "\n" + code + filler(3_000) + "\n";
            assertEquals(cutSlowly(cell), cut(cell).stream().map(CellSnippets.Part::source).toList(), cell);
        }
        String cell = filler(10_000) + code.replace("\nelse", filler(9_000) + "\nelse").replace("\ncatch", filler(2_500) + "\ncatch");
        assertEquals(cutSlowly(cell), cut(cell).stream().map(CellSnippets.Part::source).toList());
    }

    @Test
    void saysWhereEachSnippetBegins() {
        List<CellSnippets.Part> parts = cut("\n\nint a = 1;  int b = 2;\n// comment\nint c =\n  3;\n\n");
        assertEquals(List.of(3, 3, 4), parts.stream().map(CellSnippets.Part::line).toList());
        assertEquals(List.of(2, 14, 25), parts.stream().map(CellSnippets.Part::start).toList());
    }

    /// Counted, not timed: characters that JShell is given to look at.
    @ParameterizedTest
    @ValueSource(strings = {"\n", " "})
    void costOfALongCellIsProportionalToItsLength(String separator) {
        int[] characters = {0};
        String cell = IntStream.range(0, 5_000).mapToObj(i -> "int a" + i + " = 0;").collect(Collectors.joining(separator));
        CellSnippets snippets = new CellSnippets(text -> {
            characters[0] += text.length();
            return analysis.analyzeCompletion(text);
        }, cell);
        int count = 0;
        while (snippets.next() != null) {
            count++;
        }
        assertEquals(5_000, count);
        assertTrue(characters[0] <= 5_000 * 2_100, characters[0] + " characters for a cell of " + cell.length());
    }
}
