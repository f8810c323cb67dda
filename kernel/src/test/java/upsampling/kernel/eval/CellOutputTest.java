package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CellOutputTest {
    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @Test
    void orderOfStreamsAndFiguresIsKept() {
        Cells.Ran ran = cells.run("""
                import upsampling.show.*;
                System.out.print("a");
                System.err.print("b");
                System.out.print("c");
                Show.show(new Shown("<i>d</i>", "d"));
                System.out.print("e");""");
        assertEquals(List.of("out:a", "err:b", "out:c", "show:d", "out:e"), ran.output().events());
        assertEquals("<i>d</i>", ran.output().bundles.getFirst().html());
    }

    @Test
    void manyLinesArriveInFewPieces() {
        Cells.Ran ran = cells.run("for (int i = 0; i < 3000; i++) { System.out.println(i); }");
        assertTrue(ran.output().events().size() < 300, ran.output().events().size() + " pieces");
        assertTrue(ran.output().all().endsWith("2999\n"), "the last line is there when the cell ends");
    }

    @Test
    void outputOfAThreadArrivesWithItsCellAlsoWhileAnotherOneRuns() {
        Cells.Ran first = cells.run("""
                var gate = new java.util.concurrent.CountDownLatch(1);
                new Thread(() -> {
                    try { gate.await(); } catch (InterruptedException e) { }
                    System.out.println("late");
                }).start();""");
        Cells.Ran second = cells.run("System.out.println(\"second\");\ngate.countDown();");
        assertTrue(first.output().await("late"), first.output().all());
        assertEquals("out:second\n", second.output().all());
    }

    @Test
    void outputOfPoolThreadsArrivesWithTheRunningCell() {
        cells.run("IntStream.range(0, 100).parallel().sum()"); // the pool's threads are made by this cell
        Cells.Ran ran = cells.run("IntStream.range(0, 100).parallel().forEach(i -> System.out.print(\"x\"));");
        assertEquals(100, ran.output().all().chars().filter(c -> c == 'x').count());
        Cells.Ran virtual = cells.run("Thread.startVirtualThread(() -> System.out.print(\"v\")).join();");
        assertEquals("out:v", virtual.output().all());
    }

    @Test
    void charactersOfSeveralBytesAreNotCutInTwo() {
        Cells.Ran ran = cells.run("""
                for (byte b : "é€😀".getBytes("UTF-8")) {
                    System.out.write(b);
                    System.out.flush();
                    Thread.sleep(60); // longer than output is collected
                }""");
        assertEquals("é€😀", ran.output().all().replace("out:", ""));
    }

    @Test
    void clearAndReplacedDisplaysReachTheOutput() {
        Cells.Ran ran = cells.run("""
                import upsampling.kernel.eval.*;
                System.out.print("old");
                CurrentCell.clear(true);
                CurrentCell.display(Bundle.ofText("new"), "id");""");
        assertEquals(List.of("out:old", "clear:true", "show:new"), ran.output().events());
    }

    @Test
    void inputIsAskedForLineByLine() {
        Deque<String> answers = new ArrayDeque<>(List.of("Ada", "36"));
        try (Cells asking = Cells.start(answers::poll)) {
            assertEquals("Ada 36", asking.run("var in = new Scanner(System.in);\nin.nextLine() + \" \" + in.nextInt()").value());
        }
    }

    @Test
    void inputThatNobodyCanGiveIsAnErrorThatSaysSo() {
        CellError error = cells.run("new Scanner(System.in).nextLine()").error();
        assertEquals("System.in: nobody can type an answer here; give the value in the cell instead", error.message());
    }
}
