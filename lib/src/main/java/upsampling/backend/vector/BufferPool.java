package upsampling.backend.vector;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import upsampling.tensor.Buffer;

/// Arrays that are used again. A new array of some megabytes costs more than the operator that fills it: the Java machine writes zeros into it first,
/// and large arrays are hard on its garbage collector.
///
/// An array comes back when its tensor is closed, or when the garbage collector finds that nobody has the tensor any more, so a learner never frees
/// anything. It never comes back if somebody outside the backend has been given the array itself ({@link Buffer#onHeap}), since he may have it still.
/// Arrays are kept by exact length: a program that repeats itself asks for the same lengths again. What is kept unused is limited; lengths that
/// were not asked for the longest are given up first.
///
/// A backend must keep its arguments reachable for as long as it computes with their arrays (`Reference.reachabilityFence`).
public final class BufferPool {
    /// Arrays shorter than this are made anew: that is cheaper than to look for one.
    static final int SHORTEST = 4096;

    private final long limit;
    private final LinkedHashMap<Integer, ArrayDeque<float[]>> free = new LinkedHashMap<>(16, 0.75f, true);
    private final ReferenceQueue<PooledBuffer> dropped = new ReferenceQueue<>();
    private final Set<Loan> loans = new HashSet<>(); // keeps the phantom references themselves alive
    private long kept;

    /// @param limit most bytes that are kept unused
    public BufferPool(long limit) {
        this.limit = limit;
    }

    /// Returns a pool that keeps at most an eighth of the heap.
    public static BufferPool ofHeap() {
        return new BufferPool(Runtime.getRuntime().maxMemory() / 8);
    }

    /// Returns memory for so many values. They are whatever they were, so the caller must write every one.
    public Buffer take(int size) {
        if (size < SHORTEST) return new Buffer.Heap(new float[size]);
        float[] used = reused(size);
        return lend(used != null ? used : made(size));
    }

    /// Returns memory for so many values, all 0.
    public Buffer takeZeros(int size) {
        if (size < SHORTEST) return new Buffer.Heap(new float[size]);
        float[] used = reused(size);
        if (used == null) return lend(made(size));
        Arrays.fill(used, 0);
        return lend(used);
    }

    /// Returns an array of so many values or more, for the time of one call; {@link #give} brings it back. Its values are whatever they were. There are few
    /// lengths, so that one is soon found again.
    float[] array(int size) {
        int length = Math.multiplyExact(Math.ceilDiv(Math.max(1, size), SHORTEST), SHORTEST);
        float[] used = reused(length);
        return used != null ? used : made(length);
    }

    /// Takes back an array that nobody uses any more.
    synchronized void give(float[] array) {
        if (array.length < SHORTEST || bytes(array) > limit) return;
        free.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).addLast(array);
        kept += bytes(array);
        while (kept > limit) giveUpOne();
    }

    /// Returns how many bytes are kept unused.
    synchronized long keptBytes() {
        collect();
        return kept;
    }

    private void giveUpOne() {
        var eldest = free.entrySet().iterator().next();
        kept -= bytes(eldest.getValue().removeFirst());
        if (eldest.getValue().isEmpty()) free.remove(eldest.getKey());
    }

    private synchronized float[] reused(int size) {
        collect();
        ArrayDeque<float[]> arrays = free.get(size);
        if (arrays == null) return null;
        float[] last = arrays.removeLast(); // the one most likely still in the cache
        if (arrays.isEmpty()) free.remove(size);
        kept -= bytes(last);
        return last;
    }

    /// Takes back what the garbage collector has found.
    private void collect() {
        for (Object found = dropped.poll(); found != null; found = dropped.poll()) {
            Loan loan = (Loan) found;
            if (loans.remove(loan)) give(loan.array);
        }
    }

    private float[] made(int size) {
        try {
            return new float[size];
        } catch (OutOfMemoryError e) {
            giveUpAll();
            return new float[size];
        }
    }

    private synchronized void giveUpAll() {
        free.clear();
        kept = 0;
    }

    private synchronized Buffer lend(float[] array) {
        PooledBuffer buffer = new PooledBuffer(array);
        buffer.loan = new Loan(buffer, array);
        loans.add(buffer.loan);
        return buffer;
    }

    private synchronized boolean end(Loan loan) {
        loan.clear();
        return loans.remove(loan);
    }

    private static long bytes(float[] array) {
        return (long) array.length * Float.BYTES;
    }

    /// An array that somebody has: it comes back when its buffer is closed or gone.
    private static final class Loan extends PhantomReference<PooledBuffer> {
        private final float[] array;

        Loan(PooledBuffer buffer, float[] array) {
            super(buffer, buffer.pool().dropped);
            this.array = array;
        }
    }

    /// Returns the array of a buffer for computing with it, not for keeping it.
    public static float[] values(Buffer buffer) {
        return buffer instanceof PooledBuffer pooled ? pooled.array : buffer.onHeap();
    }

    private final class PooledBuffer implements Buffer {
        private final float[] array;
        private Loan loan;

        PooledBuffer(float[] array) {
            this.array = array;
        }

        private BufferPool pool() {
            return BufferPool.this;
        }

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public float get(int index) {
            return array[index];
        }

        @Override
        public float[] toArray() {
            return array.clone();
        }

        @Override
        public float[] onHeap() {
            end(loan); // whoever gets the array may keep it
            return array;
        }

        @Override
        public void close() {
            if (end(loan)) give(array);
        }
    }
}
