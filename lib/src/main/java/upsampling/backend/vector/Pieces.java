package upsampling.backend.vector;

import upsampling.backend.Interrupts;

/// Cuts the work of a call into pieces for {@link Workers}: ranges of rows, planes or elements, so many that the threads get about equal work
/// although the last one may come late, and so few that cutting costs nothing.
final class Pieces {
    /// Calls with fewer elements stay on the calling thread: to wake another one takes as long as to compute some ten thousand of them.
    static final int WORTH_SHARING = 20_000;

    private static final int PER_THREAD = 8;

    private Pieces() { }

    /// Computes some of the items.
    interface Range {
        /// @param from first item
        /// @param to end (exclusive) of the items
        void compute(int from, int to);
    }

    /// Computes the items `0 .. items-1`, each once. Each piece begins with a look at the interrupt flag; a piece that takes long looks again.
    ///
    /// @param elementsPerItem what one item costs, about
    static void run(Workers workers, int items, long elementsPerItem, Range range) {
        Interrupts.check(); // other threads may be quick enough to compute every piece before this one begins
        int pieces = count(workers, items, elementsPerItem);
        workers.run(pieces, piece -> {
            Interrupts.check();
            range.compute((int) ((long) items * piece / pieces), (int) ((long) items * (piece + 1) / pieces));
        });
    }

    /// Returns how many items a block has, a multiple of `unit`: at most `most`, and so few that each thread gets as many blocks as every other.
    static int block(int items, int most, int unit, int threads) {
        int blocks = Math.ceilDiv(items, most);
        if (items > threads) blocks = Math.ceilDiv(blocks, threads) * threads;
        return Math.ceilDiv(Math.ceilDiv(items, blocks), unit) * unit;
    }

    /// Computes some of the items with memory of its own.
    interface RangeWithScratch {
        /// @param scratch of the length that was asked for, or more; its values are whatever they were
        void compute(float[] scratch, int from, int to);
    }

    /// As the other {@link #run}, for work that stores numbers in between: each piece gets an array of its own from the pool.
    static void run(Workers workers, BufferPool pool, int scratchSize, int items, long elementsPerItem, RangeWithScratch range) {
        int size = Math.ceilDiv(Math.max(1, scratchSize), BufferPool.SHORTEST) * BufferPool.SHORTEST; // few lengths, so that arrays are found again
        run(workers, items, elementsPerItem, (from, to) -> {
            float[] scratch = pool.array(size);
            range.compute(scratch, from, to);
            pool.give(scratch);
        });
    }

    private static int count(Workers workers, int items, long elementsPerItem) {
        return items * elementsPerItem < WORTH_SHARING ? 1 : Math.min(items, PER_THREAD * workers.threads());
    }
}
