package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `check(...)` in cells of this kernel: what needs the kernel's help.
class CheckInCellsTest {
    private static final String IMPORTS = """
        import upsampling.tasks.Pooling;
        import upsampling.tensor.*;
        import upsampling.op.MaxPool2d;
        import static upsampling.grader.Check.check;
        """;

    private final Cells cells = Cells.start();

    @AfterEach
    void close() {
        cells.close();
    }

    private String card(String method) {
        Cells.Ran ran = cells.run("check(new Pooling() {\n" + method + "\n});");
        assertNull(ran.result().error(), "check never throws");
        return ran.output().all();
    }

    @Test
    void anAnswerThatCallsTheOperatorItShouldWriteIsForbidden() {
        cells.run(IMPORTS);
        String card = card("""
            public Pooled maxPool2d(Tensor x, Window window) {
                var p = MaxPool2d.of(window).forwardWithIndices(x);
                return new Pooled(p.values(), p.indices());
            }""");
        assertTrue(card.contains("MaxPool2d"), card);
        assertTrue(card.contains("0 of 4"), card);
    }

    @Test
    void soIsOneThatCallsItInAMethodOfAnotherCell() {
        cells.run(IMPORTS);
        cells.run("float[] helper(Tensor x) { return MaxPool2d.of(2).forward(x).toArray(); }");
        String card = card("""
            public Pooled maxPool2d(Tensor x, Window window) {
                return new Pooled(Tensor.of(Shape.plane(1, 1), helper(x)), new int[1]);
            }""");
        assertTrue(card.contains("MaxPool2d"), card);
    }

    @Test
    void anEndlessLoopInAnAnswerEndsAndTheNextCellRuns() {
        cells.run(IMPORTS);
        String card = card("public long convMacs(int h, int w, int in, int out, Window window) { while (true) { } }");
        assertTrue(card.contains("did not end within"), card);
        assertFalse(card.contains("still running"), card);
        assertEquals("2", cells.run("1 + 1").value());
    }
}
