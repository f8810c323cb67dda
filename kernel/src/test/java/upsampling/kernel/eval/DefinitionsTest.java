package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a definition that does not compile leaves behind. JShell of JDK 25 forgets what the name meant before, and after a class that was rejected
/// or dropped it documents no method any more.
class DefinitionsTest {
    private Cells cells;

    @BeforeEach
    void start() {
        cells = Cells.start();
    }

    @AfterEach
    void close() {
        cells.close();
    }

    private void assertHelps(String after) {
        for (String code : List.of("Math.floor(", "\"text\".substring(", "List.of(")) {
            assertTrue(!cells.evaluator().documentation(code, code.length()).isEmpty(), code + " is not explained after: " + after);
        }
        assertTrue(cells.evaluator().complete("Math.floorM", 11).options().contains("floorMod("), after);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "record Pixel(int x) { int wrong() { return \"\"; } }",
        "class Net { int layers = \"three\"; }",
        "enum Color { RED; int wrong() { return \"\"; } }",
        "interface Layer { default int wrong() { return \"\"; } }",
        "sealed interface Shape permits Round { }\nfinal class Round implements Shape { int wrong = \"\"; }",
        "record Pixel(int x) { }\nrecord Pixel(int x, int y) { }",
        "record Pixel(int x) { }\nrecord Pixel(int x) { int wrong() { return \"\"; } }",
        "class Net { int layers = 3; }\nclass Net { int layers = \"three\"; }",
        "class Net { int layers = missing(); }",
        "record Pixel(Missing x) { }",
        "class Net { int layers = 1 / 0; }\nnew Net()",
        "record Pixel(",
    })
    void namesAreExplainedAfterADefinition(String code) {
        cells.run(code);
        assertHelps(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record Pixel(int x) { }", "class Net { int layers = 3; }", "enum Color { RED }", "interface Layer { int size(); }"})
    void namesAreExplainedAfterARehearsalAndAfterTheQuestionWhetherCodeIsComplete(String code) {
        cells.evaluator().rehearse(code);
        assertHelps("rehearsal of " + code);
        assertEquals(Completeness.COMPLETE, cells.evaluator().completeness(code.replace("Pixel", "P").replace("Net", "N")));
        assertHelps("completeness of " + code);
        assertEquals(CellError.COMPILE, cells.run("Pixel a = null; Net b = null; Color c = null; Layer d = null;").error().name());
        assertEquals(List.of(), cells.evaluator().complete("Pixe", 4).options().stream().filter(name -> name.equals("Pixel")).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public record P(int x) { }           | COMPLETE
            /** A pixel. */ class P { int x; }   | COMPLETE
            static class P { int 3x; }           | INVALID
            record P(int 3x) { }                 | INVALID
            class P { int f() {                  | INCOMPLETE
            sealed interface S permits A { }     | COMPLETE
            enum E { A, B }                      | COMPLETE
            """)
    void completenessOfAClass(String code, Completeness expected) {
        assertEquals(expected, cells.evaluator().completeness(code));
    }

    @Test
    void refusedMethodLeavesTheOldOne() {
        cells.run("int width() { return 3; }\nint area() { return width() * width(); }");
        cells.run("int width() { return \"four\"; }").error();
        assertEquals("9", cells.run("area()").value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int v = 4; v = 7;                             | int v = "seven";   | v       | 7
            var v = new ArrayList<>(List.of(1)); v.add(2); | int v = "seven";  | v       | [1, 2]
            final String v = "text";                      | var v = missing(); | v       | text
            double[] v = {1, 2}; v[1] = 5;                | int v = 1.5;       | v[1]    | 5.0
            """)
    void refusedVariableLeavesTheOldOneWithItsValue(String definition, String refused, String question, String expected) {
        cells.run(definition);
        Cells.Ran ran = cells.run(refused);
        assertEquals(CellError.COMPILE, ran.error().name());
        assertEquals(expected, cells.run(question).value());
    }

    @Test
    void refusedClassLeavesTheOldOneAndItsInstances() {
        cells.run("class Net { int layers = 3; }\nNet net = new Net();\nnet.layers = 5;");
        Cells.Ran ran = cells.run("class Net { int layers = \"four\"; }");
        assertEquals(CellError.COMPILE, ran.error().name());
        assertEquals(List.of(), ran.result().warnings());
        assertEquals("5 3", cells.run("net.layers + \" \" + new Net().layers").value());
    }

    @Test
    void correctedClassKeepsItsInstancesAndWarnsOfNone() {
        cells.run("class Net { int layers = 3; int twice() { return 2 * layers; } }\nNet net = new Net();");
        cells.run("class Net { int layers = 3; int twice() { return \"six\"; } }").error();
        Cells.Ran ran = cells.run("class Net { int layers = 3; int twice() { return layers + layers + 1; } }");
        assertEquals(List.of(), ran.result().warnings());
        assertEquals("7", cells.run("net.twice()").value());
    }

    @Test
    void frameOfARestoredMethodNamesTheCellThatDefinedIt() {
        Cells.Ran first = cells.run("\nint inverse(int n) {\n  return 1 / n;\n}");
        cells.run("int inverse(int n) { return \"\"; }").error();
        Cells.Ran ran = cells.run("inverse(0)");
        assertEquals("    at inverse, cell " + first.cell() + ", line 3", ran.trace().get(1));
    }

    @Test
    void refusedClassThatWasNeverDefinedIsUnknownAsBefore() {
        cells.run("class Net { int layers = \"three\"; }").error();
        Cells.Ran ran = cells.run("new Net()");
        assertTrue(ran.error().plainText().contains("cannot find symbol") && ran.error().plainText().contains("class Net"), ran.error().plainText());
        assertTrue(cells.run("int size() { return new Net().layers; }").result().warnings().getFirst().startsWith("size uses undefined: class Net"));
        cells.run("record Net(int layers) { Net() { this(4); } }");
        assertEquals(CellError.COMPILE, cells.run("size(").error().name());
        assertEquals("Net[layers=4]", cells.run("new Net()").value());
    }
}
