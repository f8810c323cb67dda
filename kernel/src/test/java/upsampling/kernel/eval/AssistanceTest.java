package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistanceTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    private static Completions complete(String codeWithCursor) {
        int cursor = codeWithCursor.indexOf('|');
        return cells.evaluator().complete(codeWithCursor.replace("|", ""), cursor);
    }

    private static List<String> documentation(String codeWithCursor) {
        int cursor = codeWithCursor.indexOf('|');
        return cells.evaluator().documentation(codeWithCursor.replace("|", ""), cursor);
    }

    @Test
    void completesAtTheCursorAndSaysWhatToReplace() {
        Completions found = complete("Math.flo|");
        assertTrue(found.options().containsAll(List.of("floor(", "floorMod(")), found.toString());
        assertEquals("flo", "Math.flo".substring(found.start(), found.end()));
    }

    @Test
    void completesBelowAnImportAndAClass() {
        Completions found = complete("import java.io.*;\nclass A { }\nMath.flo| + 1");
        assertTrue(found.options().contains("floorMod("), found.toString());
        assertEquals("import java.io.*;\nclass A { }\nMath.".length(), found.start());
    }

    @Test
    void completesNamesOfEarlierCells() {
        cells.run("int learningRateOfTheNet = 1;");
        assertEquals(List.of("learningRateOfTheNet"), complete("learningRateOf|").options());
    }

    @Test
    void nothingToCompleteIsAnEmptyAnswer() {
        assertEquals(List.of(), complete("Math.xyz|").options());
    }

    @Test
    void documentsTheNameUnderTheCursorWithoutACall() {
        List<String> found = documentation("Math.flo|or");
        assertTrue(found.getFirst().startsWith("double Math.floor(double"), found.toString());
    }

    @Test
    void documentsTheCallThatTheCursorStandsIn() {
        List<String> found = documentation("int a = 1;\nMath.floor(|");
        assertTrue(found.getFirst().startsWith("double Math.floor(double"), found.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 1           | COMPLETE
            int a = 1; a    | COMPLETE
            ''              | COMPLETE
            if (true) {     | INCOMPLETE
            int f(          | INCOMPLETE
            int 3x = 4;     | INVALID
            int x = ;       | INVALID
            """)
    void saysWhetherCodeCouldRun(String code, Completeness expected) {
        assertEquals(expected, cells.evaluator().completeness(code));
    }
}
