package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
        cells.run("int learningRate = 3;\ndouble halved(double x) { return x / 2; }\nclass Pyramid { int levels; }");
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            double area = Mth.PI                           | did you mean Math?
            Sytem.out.println(3)                           | did you mean System?
            learningRte + 1                                | did you mean learningRate?
            int a = 2 * halfed(3)                          | did you mean halved?
            "text".lenght()                                | did you mean length?
            System.out.printn(3)                           | did you mean print or printf or println?
            new Pyramid().level                            | did you mean levels?
            new Piramid()                                  | did you mean Pyramid?
            for (int index = 0; index < 3; index++) { int b = indx; } | did you mean index?
            upsampling.tensor.Tensor.zeroes(1, 1, 2, 2)    | did you mean zeros?
            new MaxPool2d(2)                               | type: import upsampling.op.MaxPool2d;
            Tensor.zeros(1, 1, 2, 2)                       | type: import upsampling.tensor.Tensor;
            Files.exists(null)                             | type: import java.nio.file.Files;
            LocalDate.now()                                | type: import java.time.LocalDate;
            ~int c = 1\\nint d = 2;~                       | a ; is missing at the end of line 1
            ~int c = 1; // one\\nSystem.out.println(c) // two\\nint d = 2;~ | a ; is missing at the end of line 2
            ~void f() {\\n  int q = 3\\n}~                  | a ; is missing at the end of line 2
            """)
    void errorSaysWhatToType(String source, String expected) {
        List<String> trace = cells.run(source.replace("\\n", "\n")).trace();
        assertTrue(trace.contains(expected), String.join("\n", trace));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            zzyzzx + 1
            zzyzzx.out.print(1)
            ~int q = 3 4;~
            ~String s = 3;~
            Math.xyz(3)
            """)
    void nothingIsGuessedWhereNothingIsNear(String source) {
        List<String> trace = cells.run(source).trace();
        assertTrue(trace.stream().noneMatch(line -> line.startsWith("did you mean") || line.startsWith("type: ") || line.startsWith("a ; ")),
                String.join("\n", trace));
    }

    @Test
    void warningsOfUndefinedNamesSayItToo() {
        assertEquals(List.of("area uses undefined: variable Mth; did you mean Math?"),
                cells.run("double area(double r) { return Mth.PI * r; }").result().warnings());
        assertEquals(List.of("stage uses undefined: class MaxPool2d; type: import upsampling.op.MaxPool2d;"),
                cells.run("MaxPool2d stage;").result().warnings());
    }

    @Test
    void longListsOfCandidatesAreShortened() {
        List<String> trace = cells.run("new StringBuilder().append()").trace();
        assertEquals(4, trace.stream().filter(line -> line.contains("is not applicable")).count(), String.join("\n", trace));
        assertEquals("    ... 10 more", trace.getLast());
    }

    @ParameterizedTest
    @CsvSource({"Mth, Math, 1", "lenght, length, 1", "halfed, halved, 1", "abc, xyz, 3", "same, same, 0", "sizes, size, 1"})
    void lettersAreCounted(String typed, String known, int expected) {
        assertEquals(expected, DidYouMean.letters(typed, known, 4));
    }
}
