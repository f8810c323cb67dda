package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    private static String documentation(String codeWithCursor) {
        int cursor = codeWithCursor.indexOf('|');
        return String.join("\n\n", cells.evaluator().documentation(codeWithCursor.replace("|", ""), cursor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Ten|sor t                          ; upsampling.tensor.Tensor              ; Float32 numbers in the shape `[N, C, H, W]`
            Tensor.ze|ros(1, 1, 2, 2)          ; Tensor Tensor.zeros(Shape shape)      ; Returns zeros.
            Tensor.zeros(|                     ; Tensor Tensor.zeros(int n, int c      ; Returns zeros in the shape `[n, c, h, w]`.
            Tensor.zeros(1, |1, 2, 2)          ; Tensor Tensor.zeros(int n, int c      ; Returns zeros in the shape `[n, c, h, w]`.
            Tensor t = Tensor.of(Shape.of(1, 1, 1, 1), |) ; Tensor Tensor.of(Shape shape ; throws IllegalArgumentException: unless there are `shape.size()` values
            """)
    void libIsExplainedFromItsSources(String code, String signature, String text) {
        String found = documentation("import upsampling.tensor.*;\n" + code);
        assertTrue(found.contains(signature), found);
        assertTrue(found.contains(text), found);
    }

    @Test
    void variablesOfTheSameCellAreKnown() {
        String found = documentation("import upsampling.tensor.*;\nTensor t = Tensor.zeros(1, 1, 2, 2);\nt.sha|pe()");
        assertTrue(found.startsWith("Shape Tensor.shape()"), found);
    }

    @Test
    void recordsAreNamedWithoutTheirComponentsBeforeAMember() {
        String found = documentation("import upsampling.tensor.*;\nShape.of(|");
        assertTrue(found.startsWith("Shape Shape.of(int n, int c, int h, int w)"), found);
        found = documentation("import upsampling.tensor.*;\nnew Shape(|");
        assertTrue(found.startsWith("Shape(int n, int c, int h, int w)\n"), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            MaxPool2d.of(|2)               ~ MaxPool2d MaxPool2d.of(
            MaxPool2d.of(|                 ~ MaxPool2d MaxPool2d.of(
            MaxPool2d.o|f(2)               ~ MaxPool2d MaxPool2d.of(
            var pool = MaxPool2d.of(|2);   ~ MaxPool2d MaxPool2d.of(
            Window.of(|                    ~ Window Window.of(
            Window w = Window.o|f(3)       ~ Window Window.of(
            """)
    void factoryMethodsOfRecordsAreExplainedAndNotTheRecord(String code, String signature) {
        String found = documentation("import upsampling.tensor.*;\nimport upsampling.op.*;\n" + code);
        assertTrue(found.startsWith(signature), code + ": " + found);
    }

    @Test
    void jdkIsExplainedFromItsSourcesWhereTheyAre() {
        Assumptions.assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")), "this JDK has no src.zip");
        for (String code : List.of("Math.flo|or(1.5)", "Math.floor(1.5|)", "Math.floor(|)", "double d = 1;\nMath.floor(d * |")) {
            String found = documentation(code);
            assertTrue(found.startsWith("double Math.floor(double a)\nReturns the largest (closest to positive infinity)\ndouble value"), code + found);
            assertTrue(found.contains("\n- If the argument value is already equal"), code + found);
            assertFalse(found.contains("<li>") || found.contains("{@code") || found.contains("@param"), code + found);
        }
    }

    @Test
    void innerCallAtTheCursorIsExplainedAndNotTheOneAroundIt() {
        assertTrue(documentation("Math.max(Math.ab|s(1), 2)").startsWith("int Math.abs(int"), documentation("Math.max(Math.ab|s(1), 2)"));
        assertTrue(documentation("Math.max(Math.abs(1), |2)").startsWith("int Math.max(int"), documentation("Math.max(Math.abs(1), |2)"));
    }

    @Test
    void nothingKnownIsAnEmptyAnswer() {
        assertEquals("", documentation("nobodyKnows|This"));
        assertEquals("", documentation("|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ~The {@code List<String>} of <b>rows</b>.<p>More&nbsp;&lt;.~   ; ~The List<String> of rows.\\n\\nMore <.~
            ~See {@link java.util.List#of() lists} and {@link #at(int)}.~  ; ~See lists and at(int).~
            ~{@return the width}~                                         ; ~Returns the width.~
            ~Of [Shape], [Tensor#zeros(int)], `a[Index]`, [N, C, H, W].~  ; ~Of Shape, Tensor.zeros(int), `a[Index]`, [N, C, H, W].~
            ~See [the paper](https://example.org/a).~                     ; ~See the paper.~
            ~`List<b>` stays.~                                            ; ~`List<b>` stays.~
            ~Sum.\\n@param a one\\n of two\\n@since 9\\n@throws X if not~ ; ~Sum.\\n\\n  a: one of two\\n  throws X: if not~
            """)
    void commentsBecomePlainText(String comment, String expected) {
        assertEquals(expected.replace("\\n", "\n"), JavadocText.plain(comment.replace("\\n", "\n")));
    }
}
