package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InterruptTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
        cells.run("void say() { System.out.println(\"running\"); }");
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    private static void assertInterrupted(Cells.Ran ran) {
        assertEquals(CellError.INTERRUPTED, ran.error().name());
        assertEquals(List.of("interrupted"), ran.trace());
    }

    private static void assertNoThreadLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (CellGroup.of(thread) != null && !(thread instanceof ForkJoinWorkerThread)) {
                thread.join(Duration.ofSeconds(30));
                assertFalse(thread.isAlive(), thread + " still runs");
            }
        }
    }

    @Test
    void busyLoopStopsAndTheNextLineDoesNotRun() throws InterruptedException {
        Cells.Ran ran = cells.runAndInterrupt("say();\nwhile (true) { }\nSystem.out.println(\"after\");");
        assertInterrupted(ran);
        assertEquals("out:running\n", ran.output().all());
        assertNoThreadLeft();
    }

    @Test
    void sleepStops() throws InterruptedException {
        assertInterrupted(cells.runAndInterrupt("say();\nThread.sleep(1_000_000);"));
        assertNoThreadLeft();
    }

    @Test
    void loopInAReDefinedMethodStops() throws InterruptedException {
        cells.run("void loop() { }");
        assertInterrupted(cells.runAndInterrupt("void loop() { while (true) { } }\nsay();\nloop();"));
        assertNoThreadLeft();
    }

    @Test
    void loopThatCatchesEverythingStops() throws InterruptedException {
        assertInterrupted(cells.runAndInterrupt(
                "say();\nwhile (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }"));
        assertNoThreadLeft();
    }

    @Test
    void endlessStreamOfTheLibraryStops() throws InterruptedException {
        assertInterrupted(cells.runAndInterrupt("say();\nStream.iterate(0, i -> i).forEach(i -> { });"));
        assertNoThreadLeft();
    }

    @Test
    void endlessToStringStops() throws InterruptedException {
        assertInterrupted(cells.runAndInterrupt(
                "class Endless { public String toString() { say(); while (true) { } } }\nnew Endless()"));
        assertNoThreadLeft();
    }

    @Test
    void threadsThatCellsHaveStartedStopToo() throws InterruptedException {
        cells.run("Thread background = new Thread(() -> { while (true) { } });\nbackground.start();");
        assertInterrupted(cells.runAndInterrupt("say();\nwhile (true) { }"));
        assertNoThreadLeft();
        assertEquals("false", cells.run("background.isAlive()").value());
    }

    @Test
    void interruptWithoutARunningCellDoesNotStopTheNextOne() {
        cells.evaluator().interrupt();
        assertEquals("3", cells.run("1 + 2").value());
    }

    @Test
    void loopOfALibraryIsGivenUpAndNeverComesBackToItsCell() throws InterruptedException {
        String loop = "say();\n" + LibraryLoop.class.getName() + ".run(); while (true) { }";
        LibraryLoop.end = false;
        try {
            Cells.Ran ran = cells.runAndInterrupt("void stubborn() { " + loop + " }\nstubborn();");
            assertTrue(ran.error().message().startsWith("interrupted; a call into a library did not react"), ran.error().message());
            assertEquals("3", cells.run("1 + 2").value());
        } finally {
            LibraryLoop.end = true;
        }
        assertNoThreadLeft();
        assertEquals("3", cells.run("1 + 2").value());
    }

    @Test
    void closingStopsTheRunningCell() throws InterruptedException {
        Cells closing = Cells.start();
        Cells.Recorder output = new Cells.Recorder();
        Thread closer = new Thread(() -> {
            output.await("running");
            closing.close();
        });
        closer.start();
        assertEquals(CellError.INTERRUPTED,
                closing.evaluator().run(1, "System.out.println(\"running\");\nwhile (true) { }", output).error().name());
        closer.join();
        assertNoThreadLeft();
    }

    @Test
    void timeLimitStopsTheCellAndNamesItselfAndTheWayToChangeIt() {
        try (Cells limited = Cells.start(Duration.ofMillis(1500))) {
            CellError error = limited.run("while (true) { }").error();
            assertEquals(CellError.TIME_LIMIT, error.name());
            assertEquals("cell 1 was stopped after 1.5 s, the time limit of a cell; make it do less, or set COURSE_CELL_SECONDS to more "
                    + "seconds (0 = no limit) and start again", error.message());
            assertEquals("2", limited.run("1 + 1").value());
        }
    }
}
