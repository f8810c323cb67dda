package upsampling.backend.cuda;

/// How many threads run a kernel.
final class Launch {
    /// Threads of a block where each thread has elements of its own.
    static final int THREADS = 256;
    /// Blocks that a processor has at a time, about; more would only wait.
    private static final int BLOCKS_PER_PROCESSOR = 32;

    private Launch() { }

    /// Blocks along three axes, and threads of each block.
    record Grid(int x, int y, int z, int threads) {
        @Override
        public String toString() {
            return "(grid %d x %d x %d, blocks of %d)".formatted(x, y, z, threads);
        }
    }

    /// Returns a grid for so many elements, of which each thread takes one or more.
    static Grid elements(CudaDriver driver, long count) {
        long blocks = Math.ceilDiv(count, THREADS);
        return new Grid((int) Math.clamp(blocks, 1, (long) BLOCKS_PER_PROCESSOR * driver.processors()), 1, 1, THREADS);
    }

    /// Returns how many blocks keep the device busy, where each has much to do.
    static int enoughBlocks(CudaDriver driver) {
        return 4 * driver.processors();
    }

    /// Returns a grid of one block for each item.
    static Grid blocks(int x, int y) {
        return new Grid(x, y, 1, THREADS);
    }
}
