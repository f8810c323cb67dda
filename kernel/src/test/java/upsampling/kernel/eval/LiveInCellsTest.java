package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `lib`'s live displays in cells: where their states go, and what an error or an interrupt leaves.
@Timeout(120)
class LiveInCellsTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
        cells.run("import upsampling.show.*;\nimport upsampling.lesson.Timing;");
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    /// What was shown, all of it under one id.
    private static List<String> shownUnderOneId(Cells.Ran ran) {
        List<String> ids = ran.output().ids.stream().distinct().toList();
        assertEquals(1, ids.size(), ids + ": " + ran.output().events());
        assertNotNull(ids.getFirst());
        return ran.output().bundles.stream().map(Bundle::text).toList();
    }

    @Test
    void aBarOfManyStepsIsShownUnderOneIdInFewUpdates() {
        Cells.Ran ran = cells.run("""
                try (var progress = Progress.of("training", 500)) {
                    for (int i = 1; i <= 500; i++) progress.step("loss ." + i);
                }""");
        List<String> shown = shownUnderOneId(ran);
        assertEquals("training: 0 of 500", shown.getFirst());
        assertEquals("training: 500 of 500, loss .500", shown.getLast());
        assertTrue(shown.size() < 50, shown.size() + " updates of 500 steps");
        assertTrue(ran.output().bundles.getLast().html().contains("✓"));
    }

    @Test
    void anInterruptLeavesWhereItStopped() throws InterruptedException {
        Cells.Ran ran = cells.runAndInterrupt("""
                try (var progress = Progress.of("training", 500)) {
                    for (int i = 1; i <= 37; i++) progress.step();
                    System.out.println("running");
                    while (true) { }
                }""");
        assertEquals(CellError.INTERRUPTED, ran.error().name());
        assertEquals("training: stopped at 37 of 500", shownUnderOneId(ran).getLast());
    }

    @Test
    void aLoopOfTheLibraryThatStepsCanBeStopped() throws InterruptedException {
        Cells.Ran ran = cells.runAndInterrupt("""
                try (var progress = Progress.of("training", Long.MAX_VALUE)) {
                    System.out.println("running");
                    upsampling.kernel.eval.LibraryLoop.stepping(progress::step);
                }""");
        assertEquals(CellError.INTERRUPTED, ran.error().name());
        assertTrue(shownUnderOneId(ran).getLast().startsWith("training: stopped at "), ran.output().all());
        assertTrue(!ran.error().message().contains("background"), ran.error().message());
    }

    @Test
    void anErrorLeavesWhereItStopped() {
        Cells.Ran ran = cells.run("""
                try (var progress = Progress.of("training", 500)) {
                    progress.step();
                    int zero = 0;
                    progress.step("loss " + 1 / zero);
                }""");
        assertEquals("java.lang.ArithmeticException", ran.error().name());
        assertEquals("training: stopped at 1 of 500", shownUnderOneId(ran).getLast());
    }

    @Test
    void aCurveIsReplacedAlsoByALaterCell() {
        Cells.Ran first = cells.run("var live = Show.live();\nlive.update(new double[][] {{1, 2}});");
        Cells.Ran second = cells.run("live.update(() -> Charts.lines(\"step\", \"loss\", Curve.of(\"loss\", Ink.OUTPUT, new double[] {1, 2}, new double[] {3, 4})));\n"
                + "live.close();");
        assertEquals(shownUnderOneId(first).getFirst(), "double[1][2]: from 1 to 2, mean 1.5\n1 2");
        assertTrue(shownUnderOneId(second).getLast().startsWith("Line"), shownUnderOneId(second).getLast());
        assertEquals(first.output().ids.getFirst(), second.output().ids.getFirst());
    }

    @Test
    void aCellClearsItsOutput() {
        Cells.Ran ran = cells.run("System.out.print(1);\nShow.clear();\nShow.clearBeforeNext();\nSystem.out.print(2);");
        assertEquals(List.of("out:1", "clear:false", "clear:true", "out:2"), ran.output().events());
    }

    @Test
    void aTimingIsOneLineAndItsValueTheCells() {
        Cells.Ran ran = cells.run("Timing.time(\"sum\", () -> 40 + 2)");
        assertEquals("42", ran.value());
        assertTrue(ran.output().all().matches("out:sum: [0-9.]+ (µs|ms|s), 1 run\\R"), ran.output().all());
    }
}
