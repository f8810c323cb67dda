package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import upsampling.backend.Interrupts;

@Timeout(60)
class WorkersTest {
    private final Workers workers = Workers.all();

    @Test
    void everyPieceIsComputedOnce() {
        for (int pieces : new int[] {0, 1, 2, 3, 1000}) {
            for (int round = 0; round < 200; round++) {
                AtomicIntegerArray done = new AtomicIntegerArray(pieces);
                workers.run(pieces, done::incrementAndGet);
                for (int i = 0; i < pieces; i++) assertEquals(1, done.get(i), "piece " + i + " of " + pieces);
            }
        }
    }

    @Test
    void severalThreadsShareACallIfTheMachineHasThem() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(workers.threads());
        workers.run(workers.threads(), i -> {
            threads.add(Thread.currentThread());
            all.countDown();
            await(all);
        });
        assertEquals(workers.threads(), threads.size());
    }

    @Test
    void oneThreadComputesAloneWhenToldSo() {
        Thread caller = Thread.currentThread();
        new Workers(1).run(100, i -> assertSame(caller, Thread.currentThread()));
    }

    @Test
    void aCallInsideAPieceIsComputedByThatPieceAlone() {
        AtomicInteger inner = new AtomicInteger();
        workers.run(8, i -> {
            Thread own = Thread.currentThread();
            workers.run(5, j -> {
                assertSame(own, Thread.currentThread());
                inner.incrementAndGet();
            });
        });
        assertEquals(40, inner.get());
    }

    @Test
    void callsOfSeveralThreadsAtOnceAreAllCompleted() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        Thread[] callers = new Thread[4];
        for (int t = 0; t < callers.length; t++) {
            callers[t] = Thread.ofPlatform().start(() -> {
                for (int round = 0; round < 500; round++) workers.run(7, i -> done.incrementAndGet());
            });
        }
        for (Thread caller : callers) caller.join();
        assertEquals(4 * 500 * 7, done.get());
    }

    @Test
    void anErrorReachesTheCallerAndTheNextCallWorks() {
        for (int failing = 0; failing < 16; failing++) {
            int bad = failing;
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> workers.run(16, i -> {
                if (i == bad) throw new IllegalStateException("piece " + i);
            }));
            assertEquals("piece " + failing, e.getMessage());
        }
        AtomicInteger done = new AtomicInteger();
        workers.run(16, i -> done.incrementAndGet());
        assertEquals(16, done.get());
    }

    @Test
    void anInterruptStopsAllPiecesAndNotTheNextCall() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            CountDownLatch begun = new CountDownLatch(workers.threads());
            Thread[] thrownBy = new Thread[1];
            Thread caller = Thread.ofPlatform().start(() -> {
                assertThrows(CancellationException.class, () -> workers.run(100, i -> {
                    begun.countDown();
                    while (true) Interrupts.check();
                }));
                thrownBy[0] = Thread.currentThread();
            });
            await(begun);
            caller.interrupt();
            caller.join();
            assertSame(caller, thrownBy[0]);
            AtomicInteger done = new AtomicInteger();
            workers.run(100, i -> {
                Interrupts.check();
                done.incrementAndGet();
            });
            assertEquals(100, done.get());
        }
    }

    @Test
    void aCallThatNobodyInterruptedWhileItWaitedIsWhole() {
        Thread.currentThread().interrupt();
        AtomicInteger done = new AtomicInteger();
        try {
            workers.run(10, i -> done.incrementAndGet()); // no piece looks at the flag
            assertEquals(10, done.get(), "either all pieces, or an exception");
        } catch (CancellationException e) {
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void threadsAreAtLeastOne() {
        assertEquals("Workers: threads must be >= 1, but was 0", assertThrows(IllegalArgumentException.class, () -> new Workers(0)).getMessage());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }
}
