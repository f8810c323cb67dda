package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.CellResult;
import upsampling.kernel.eval.Evaluator;
import upsampling.kernel.eval.EvaluatorOptions;

@Timeout(60)
class WarmUpTest {
    private final WarmUp warmUp = new WarmUp(Duration.ofMillis(1));
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "the other side never came");
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void requestWaitsForThePresentStepAndTheNextStepForTheRequest() throws InterruptedException {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch requestSent = new CountDownLatch(1);
        Thread warming = new Thread(() -> warmUp.run(List.of(
                () -> {
                    inStep.countDown();
                    await(requestSent);
                    sleep(100); // in which the request must not begin
                    events.add("step 1");
                },
                () -> events.add("step 2"))));
        warming.start();
        await(inStep);
        Thread cell = new Thread(() -> {
            requestSent.countDown();
            warmUp.pauseFor(() -> {
                events.add("cell begins");
                sleep(100); // in which step 2 must not begin
                events.add("cell ends");
            });
        });
        cell.start();
        cell.join();
        warming.join();
        assertEquals(List.of("step 1", "cell begins", "cell ends", "step 2"), events);
    }

    @Test
    void requestDoesNotWaitForAStepThatMayGoOnBesideIt() throws InterruptedException {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch served = new CountDownLatch(1);
        Thread warming = new Thread(() -> warmUp.runBeside(List.of(
                () -> {
                    inStep.countDown();
                    await(served);
                    events.add("step 1");
                },
                () -> events.add("step 2"))));
        warming.start();
        await(inStep);
        warmUp.pauseFor(() -> events.add("cell"));
        served.countDown();
        warming.join();
        assertEquals(List.of("cell", "step 1", "step 2"), events);
    }

    @Test
    void nothingBeginsWhileARequestIsServed() throws InterruptedException {
        Thread[] warming = new Thread[1];
        warmUp.pauseFor(() -> {
            warming[0] = new Thread(() -> warmUp.run(List.of(() -> events.add("step"))));
            warming[0].start();
            sleep(100);
            events.add("cell ends");
        });
        warming[0].join();
        assertEquals(List.of("cell ends", "step"), events);
    }

    @Test
    void stepThatFailsDoesNotKeepTheNextAway() {
        warmUp.run(List.of(
                () -> {
                    throw new NoClassDefFoundError("org/jfree/chart/ChartFactory");
                },
                () -> events.add("step 2")));
        warmUp.pauseFor(() -> events.add("cell"));
        assertEquals(List.of("step 2", "cell"), events);
    }

    @Test
    void interruptEndsTheStepThatACellWaitsFor() throws InterruptedException {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch cellBegins = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard())) {
            Thread warming = new Thread(() -> warmUp.run(List.of(
                    () -> {
                        inStep.countDown();
                        evaluator.rehearse("while (true) { }");
                    },
                    () -> events.add("step 2"))));
            warming.start();
            await(inStep);
            Thread cell = new Thread(() -> warmUp.pauseFor(() -> {
                cellBegins.countDown();
                await(interrupted);
                events.add("cell " + evaluator.run(1, "6 * 7", CellOutput.NONE).value().text());
            }));
            cell.start();
            for (int attempt = 0; attempt < 100 && !cellBegins.await(100, TimeUnit.MILLISECONDS); attempt++) {
                evaluator.interrupt(); // the first may come before the rehearsal has begun
            }
            interrupted.countDown();
            cell.join();
            warming.join();
        }
        assertEquals(List.of("cell 42", "step 2"), events);
    }

    @Test
    void cellThatWasInterruptedWhileItWaitedDoesNotRun() {
        try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard())) {
            CellResult result = evaluator.run(1, "int never = 1;", CellOutput.NONE, () -> true);
            assertEquals(CellError.INTERRUPTED, result.error().name());
            assertEquals(CellError.COMPILE, evaluator.run(2, "never", CellOutput.NONE).error().name());
            assertEquals("42", evaluator.run(3, "6 * 7", CellOutput.NONE).value().text());
        }
    }

    @Test
    void stepsLeaveNothingBehindInTheSession() {
        try (Evaluator evaluator = Evaluator.start(EvaluatorOptions.standard())) {
            evaluator.run(1, "int mine = 5;", CellOutput.NONE);
            warmUp.run(WarmUp.rehearsals(evaluator));
            warmUp.runBeside(WarmUp.others());
            assertEquals(List.of(), evaluator.complete("warm", 4).options(), "no name of the warm-up is offered");
            CellResult result = evaluator.run(2, "mine + 1", CellOutput.NONE);
            assertNull(result.error());
            assertEquals("6", result.value().text());
        }
    }
}
