package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Random sequences of cells against [CellModel]: after every cell its output, value or error are as expected, at the end every name has its
/// value. 40 sequences; all 200 with `-Dcourse.full=true`, which `./course test --full` sets.
class RandomCellsTest {
    private static final int SEQUENCES = Boolean.getBoolean("course.full") ? 200 : 40;
    /// A session serves several sequences, since its start takes longer than one of them.
    private static final int PER_SESSION = 8;
    private static final int SECONDS = 120;

    @BeforeAll
    static void agent() {
        assertNotNull(Agent.instrumentation(), "without the agent, a class that is defined again resets its objects");
    }

    @TestFactory
    Stream<DynamicTest> sequencesEndAsTheModelSays() {
        return Stream.iterate(0, first -> first < SEQUENCES, first -> first + PER_SESSION)
                .map(first -> DynamicTest.dynamicTest("seeds " + first + " to " + (first + PER_SESSION - 1), () -> {
                    try (Cells cells = Cells.start()) {
                        for (int seed = first; seed < first + PER_SESSION; seed++) {
                            withinTime(cells, seed);
                        }
                    }
                }));
    }

    private static void withinTime(Cells cells, int seed) throws Exception {
        List<String> log = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> {
            sequence(cells, seed, log);
            return null;
        });
        Thread.ofPlatform().daemon().name("seed " + seed).start(task);
        try {
            task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            String what = "seed " + seed + " hangs in the last of these cells:\n" + String.join("\n---\n", List.copyOf(log));
            System.err.println(what); // the session may not even close
            fail(what);
        } catch (ExecutionException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getCause().getMessage() + "\n" + String.join("\n---\n", log), failure.getCause());
        }
    }

    private static void sequence(Cells cells, int seed, List<String> log) throws InterruptedException {
        Random random = new Random(seed);
        CellModel model = new CellModel("s" + seed, random);
        int count = 8 + random.nextInt(13);
        for (int i = 0; i < count; i++) {
            CellModel.Cell cell = model.next();
            log.add(cell.source());
            Cells.Ran ran = cell.interrupted() ? cells.runAndInterrupt(cell.source()) : cells.run(cell.source());
            CellError error = ran.result().error();
            assertEquals(cell.error(), error == null ? null : error.name(), () -> "error, " + (error == null ? "none" : error.plainText()));
            assertEquals(cell.output(), ran.output().all().replace("out:", ""), "output");
            assertEquals(cell.value(), error == null ? ran.value() : null, "value");
            assertTrue(ran.result().warnings().stream().noneMatch(warning -> warning.contains("reset")), () -> ran.result().warnings().toString());
        }
        for (Map.Entry<String, String> each : model.everything().entrySet()) {
            log.add(each.getKey());
            Cells.Ran ran = cells.run(each.getKey());
            assertEquals(each.getValue(), ran.result().error() == null ? ran.value() : null, each.getKey());
        }
    }
}
