package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpTest {
    private static void spend(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) Thread.onSpinWait();
    }

    @Test
    void stepsTakeTurnsUntilTheTimeIsSpent() throws InterruptedException {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        WarmUp warmUp = new WarmUp(50_000_000, () -> List.of(() -> {
            first.incrementAndGet();
            spend(1_000_000);
        }, () -> {
            second.incrementAndGet();
            spend(1_000_000);
        }));
        warmUp.start();
        warmUp.await();
        assertTrue(first.get() >= 1 && first.get() <= 25, first + " times");
        assertTrue(first.get() - second.get() <= 1, first + " and " + second);
    }

    @Test
    void noStepBeginsWhileThereIsWork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        WarmUp warmUp = new WarmUp(500_000_000, () -> List.of(() -> {
            steps.incrementAndGet();
            begun.countDown();
            spend(1_000_000);
        }));
        warmUp.start();
        begun.await();
        warmUp.workArrives();
        int before = steps.get();
        for (int i = 0; i < 30; i++) { // longer than the quiet that it waits for
            warmUp.workArrives();
            Thread.sleep(10);
        }
        assertTrue(steps.get() <= before + 1, "one may have been under way");
        warmUp.await();
        assertTrue(steps.get() > before + 1, "it goes on afterwards");
    }

    @Test
    void anErrorEndsItSilently() throws InterruptedException {
        WarmUp warmUp = new WarmUp(1_000_000_000, () -> List.of(() -> {
            throw new IllegalStateException("not to be seen");
        }));
        warmUp.start();
        warmUp.await();
    }

    @Test
    void everyStepIsACallThatWorks() {
        List<Runnable> steps = WarmUpSteps.of(ScalarBackend.INSTANCE);
        assertTrue(steps.size() > 100, steps.size() + " steps");
        steps.forEach(Runnable::run);
    }

    @Test
    void theRealOneEnds() throws InterruptedException {
        VectorBackend.all();
        VectorBackend.awaitWarmUp();
    }
}
