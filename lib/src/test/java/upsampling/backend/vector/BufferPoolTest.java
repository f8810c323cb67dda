package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import upsampling.tensor.Buffer;

class BufferPoolTest {
    private static final int SIZE = 10_000;
    private final BufferPool pool = new BufferPool(3L * SIZE * Float.BYTES);

    @Test
    void aClosedBuffersArrayIsUsedAgain() {
        Buffer first = pool.take(SIZE);
        float[] array = BufferPool.values(first);
        first.close();
        assertEquals(SIZE * Float.BYTES, pool.keptBytes());
        assertSame(array, BufferPool.values(pool.take(SIZE)));
        assertEquals(0, pool.keptBytes());
    }

    @Test
    void anArrayThatIsHeldIsNotUsedAgain() {
        Buffer first = pool.take(SIZE);
        assertNotSame(BufferPool.values(first), BufferPool.values(pool.take(SIZE)));
        Reference.reachabilityFence(first);
    }

    @Test
    void anArrayThatWasGivenAwayIsNotUsedAgain() {
        Buffer first = pool.take(SIZE);
        float[] array = first.onHeap();
        first.close();
        assertEquals(0, pool.keptBytes());
        assertNotSame(array, BufferPool.values(pool.take(SIZE)));
    }

    @Test
    void aBufferThatIsClosedTwiceComesBackOnce() {
        Buffer first = pool.take(SIZE);
        first.close();
        first.close();
        assertNotSame(BufferPool.values(pool.take(SIZE)), BufferPool.values(pool.take(SIZE)));
    }

    @Test
    @Timeout(60)
    void whatTheGarbageCollectorFindsIsUsedAgain() throws InterruptedException {
        pool.take(SIZE); // nobody holds it
        while (pool.keptBytes() == 0) {
            System.gc();
            Thread.sleep(1);
        }
        assertEquals(SIZE * Float.BYTES, pool.keptBytes());
    }

    @Test
    void zerosAreZerosAlsoWhenTheArrayWasUsed() {
        Buffer first = pool.take(SIZE);
        Arrays.fill(BufferPool.values(first), 7);
        first.close();
        assertArrayEquals(new float[SIZE], pool.takeZeros(SIZE).toArray());
    }

    @Test
    void noMoreIsKeptThanTheLimitAndTheLongestUnusedLengthGoesFirst() {
        for (int size : new int[] {SIZE - 1, SIZE - 2, SIZE}) pool.take(size).close();
        pool.take(SIZE - 1).close(); // asked for again
        pool.take(SIZE - 3).close();
        assertTrue(pool.keptBytes() <= 3L * SIZE * Float.BYTES);
        long before = pool.keptBytes();
        pool.take(SIZE - 2);
        assertEquals(before, pool.keptBytes(), "nothing of this length was left");
        pool.take(SIZE - 1);
        assertTrue(pool.keptBytes() < before, "this length was kept");
    }

    @Test
    void shortArraysAreMadeAnew() {
        Buffer buffer = pool.take(10);
        buffer.close();
        assertEquals(0, pool.keptBytes());
        assertArrayEquals(new float[10], pool.take(10).toArray());
    }
}
