package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorValueTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 1                                       | 2
            "text"                                      | text
            new double[2][2]                            | [[0.0, 0.0], [0.0, 0.0]]
            new int[] {1, 2}                            | [1, 2]
            List.of(1, 2)                               | [1, 2]
            IntStream.range(0, 3).sum()                 | 3
            Stream.of(3, 1).sorted().toList()           | [1, 3]
            jdk.incubator.vector.FloatVector.SPECIES_64 | Species[float, 2, S_64_BIT]
            """)
    void lastExpressionIsTheValue(String source, String expected) {
        assertEquals(expected, cells.run(source).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int a = 3;
            int b = 3; b = 4;
            System.out.println(1)
            System.out.printf("%d", 1)
            void nothing() { }
            import java.io.*;
            (Object) null
            // only a comment
            ''
            """)
    void whatIsNoExpressionHasNoValue(String source) {
        assertNull(cells.run(source).value());
    }

    @Test
    void valueOfAnEarlierLineIsNotShown() {
        assertNull(cells.run("1 + 1;\nint later = 2;").value());
    }

    @Test
    void shownValueHasHtmlAndText() {
        Bundle value = cells.run("new upsampling.show.Shown(\"<b>x</b>\", \"a bold x\")").result().value();
        assertEquals("<b>x</b>", value.html());
        assertEquals("a bold x", value.text());
    }

    @Test
    void objectWithoutToStringDoesNotNameTheWrapper() {
        String text = cells.run("class Plain { }\nnew Plain()").value();
        assertTrue(text.matches("Plain@[0-9a-f]+"), text);
    }

    @Test
    void cellsShareWhatTheyDefine() {
        cells.run("int shared = 20;\nint twice(int n) { return 2 * n; }");
        assertEquals("41", cells.run("twice(shared) + 1").value());
    }

    @Test
    void methodsOfACellMayCallEachOther() {
        String source = """
                int even(int n) { return n == 0 ? 1 : odd(n - 1); }
                int odd(int n) { return n == 0 ? 0 : even(n - 1); }
                even(10)""";
        Cells.Ran ran = cells.run(source);
        assertEquals("1", ran.value());
        assertEquals(List.of(), ran.result().warnings());
    }

    /// Where branches meet, the verifier needs the common superclass of two classes that only the notebook knows.
    @Test
    void classesOfCellsMayMeetInOneVariable() {
        cells.run("class Animal { }\nclass Cat extends Animal { }\nclass Dog extends Animal { }");
        String source = """
                String pick(int n) {
                    Animal one;
                    if (n > 0) { one = new Cat(); } else { one = new Dog(); }
                    return one.getClass().getSimpleName();
                }
                pick(1) + pick(0)""";
        assertEquals("CatDog", cells.run(source).value());
    }

    @Test
    void closedEvaluatorSaysSo() {
        Cells other = Cells.start();
        other.close();
        other.close();
        String message = assertThrows(IllegalStateException.class, () -> other.run("1")).getMessage();
        assertEquals("Evaluator: it is closed; start another one", message);
    }

    @Test
    void unnamedResultIsNotKept() {
        cells.run("""
                java.lang.ref.WeakReference<int[]> watched;
                int[] large() {
                    int[] made = new int[1_000_000];
                    watched = new java.lang.ref.WeakReference<>(made);
                    return made;
                }""");
        assertTrue(cells.run("large()").value().startsWith("[0, 0"));
        cells.run("1 + 1");
        assertEquals("true", cells.run("for (int i = 0; i < 50 && watched.get() != null; i++) { System.gc(); Thread.sleep(20); }\n"
                + "watched.get() == null").value());
    }
}
