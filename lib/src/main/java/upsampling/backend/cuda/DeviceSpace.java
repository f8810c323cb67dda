package upsampling.backend.cuda;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The memory of one device, as tensors and kernels ask for it.
public final class DeviceSpace {
    private static final int ATTEMPTS = 8;
    private static final int ATTEMPTS_PER_COLLECTION = 4;
    private static final long WAIT_NANOS = 2_000_000; // doubled each time: half a second in all

    private final CudaDriver driver;
    private final FreeList list;

    DeviceSpace(CudaDriver driver) {
        this.driver = driver;
        list = new FreeList(driver, CudaDriver.CHECKS);
    }

    /// Returns memory for so many numbers of four bytes.
    ///
    /// @param what for the message
    /// @throws OutOfMemoryError if the device has not enough, also after everything unused was given back
    DeviceBuffer buffer(int count, String what) {
        long bytes = 4L * count;
        DeviceMemory memory = list.take(bytes).or(() -> takeForgotten(bytes)).orElseThrow(() -> new OutOfMemoryError(noMemory(bytes, what)));
        return new DeviceBuffer(driver, list, memory, count);
    }

    /// Tensors that nobody closed and nobody uses any more may fill the device: the garbage collector does not see how much they hold. So it is called, as Java does
    /// for direct buffers; what it finds comes back a moment later.
    private Optional<DeviceMemory> takeForgotten(long bytes) {
        long known = list.leaks();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt % ATTEMPTS_PER_COLLECTION == 0) System.gc();
            LockSupport.parkNanos(WAIT_NANOS << attempt);
            if (list.leaks() == known) continue;
            known = list.leaks();
            Optional<DeviceMemory> memory = list.take(bytes);
            if (memory.isPresent()) return memory;
        }
        return Optional.empty();
    }

    private String noMemory(long bytes, String what) {
        long[] memory = driver.memory();
        return String.format(Locale.ROOT, "CudaBackend: no memory for %s of %.1f MB: the device has %.1f MB, of which %.1f MB are free and %.1f MB in %d tensors that are not "
                + "closed; close those that are no longer needed, or compute on fewer pictures at a time", what, bytes / 1e6, memory[1] / 1e6, memory[0] / 1e6,
            list.bytesInUse() / 1e6, list.piecesInUse());
    }

    /// Returns how many tensors and tables are on the device now.
    public int piecesInUse() {
        return list.piecesInUse();
    }

    /// Returns how many tensors nobody closed before the garbage collector found them.
    public long leaks() {
        return list.leaks();
    }
}
