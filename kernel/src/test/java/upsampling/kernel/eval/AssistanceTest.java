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

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ~int widthOfTheImage = 3;\\nwidthOf|~                                              ; widthOfTheImage
            ~var rows = new ArrayList<String>();\\nrows.addA|~                                 ; addAll(
            ~int halved(int n) {\\n  return n / 2;\\n}\\nint a = 1;\\nhalv|~                  ; halved(
            ~record Pixel(int brightness) { }\\nPixel p = new Pixel(1);\\np.bri|~             ; brightness()
            ~import java.nio.file.*;\\nPath p = Path.of("");\\np.getPar|~                     ; getParent()
            ~import java.nio.file.Files;\\nFiles.readAllL|~                                   ; readAllLines(
            ~class A {\\n  int brightness;\\n  int twice() {\\n    return bri|~                ; brightness
            ~class A {\\n  void f(List<String> rows) {\\n    for (String row : rows) { row.toUp|~ ; toUpperCase(
            ~int f(int widthOfTheImage) {\\n  return widthOf|~                                ; widthOfTheImage
            ~int total = 0;\\nfor (int index = 0; index < 3; index++) {\\n  total += ind|~    ; index
            ~static int halved(int n) { return n / 2; }\\nhalv|~                              ; halved(
            """)
    void completesWhatTheSameCellDefinesAbove(String code, String expected) {
        Completions found = complete(code.replace("\\n", "\n"));
        assertTrue(found.options().contains(expected), found.toString());
        String typed = code.replace("\\n", "\n").replace("|", "").substring(found.start(), found.end());
        assertTrue(expected.startsWith(typed) && !typed.isEmpty(), typed);
    }

    @Test
    void completingLeavesNothingDefined() {
        complete("import java.util.zip.*;\nint onlyTyped = 1;\nint f() { return 2; }\nonlyTy|");
        assertEquals(CellError.COMPILE, cells.run("onlyTyped").error().name());
        assertEquals(CellError.COMPILE, cells.run("new CRC32()").error().name());
    }

    @Test
    void namesOfTheKernelsOwnAreNotOffered() {
        assertEquals(List.of(), complete("int a = 1;\ncell|").options());
        assertEquals(List.of(), complete("hashCo|").options());
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
