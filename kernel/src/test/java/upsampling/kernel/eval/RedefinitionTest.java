package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        assertNotNull(Agent.instrumentation(), "surefire's argLine must name the agent's jar");
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @Test
    void reDefinedMethodKeepsVariablesAndIsInForce() {
        Cells.Ran ran = cells.run("int one() { return 1; }\nvar v = one();\nint one() { return 2; }\nv + \" \" + one()");
        assertEquals("1 2", ran.value());
        assertEquals(List.of(), ran.result().warnings());
    }

    @Test
    void reDefinedMethodOfAnEarlierCellKeepsVariables() {
        cells.run("int base() { return 10; }\nint kept = base();");
        cells.run("int base() { return 20; }");
        assertEquals("10 20", cells.run("kept + \" \" + base()").value());
    }

    @Test
    void laterImportKeepsVariables() {
        cells.run("var list = new ArrayList<>(List.of(1, 2));");
        assertEquals("[1, 2]", cells.run("import java.util.function.*;\nlist").value());
    }

    @Test
    void changedMethodBodyOfAClassKeepsItsInstances() {
        cells.run("class Counter { int n = 1; int next() { return n + 1; } }\nCounter counter = new Counter();\ncounter.n = 5;");
        cells.run("class Counter { int n = 1; int next() { return n + 100; } }");
        assertEquals("105", cells.run("counter.next()").value());
    }

    @Test
    void changedFieldsOfAClassNameTheVariablesThatWereReset() {
        Cells.Ran ran = cells.run("class P { int x; }\nP p = new P();\nclass P { int x, y; }");
        assertEquals(List.of("variable p was reset, since what it uses has changed; run its cell again"), ran.result().warnings());
    }
}
