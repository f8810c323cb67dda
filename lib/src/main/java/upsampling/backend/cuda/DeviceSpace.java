package upsampling.backend.cuda;

import java.util.Locale;

/// The memory of one device, as tensors and kernels ask for it.
public final class DeviceSpace {
    private final CudaDriver driver;
    private final FreeList list;

    DeviceSpace(CudaDriver driver) {
        this.driver = driver;
        list = new FreeList(driver);
    }

    /// Returns memory for so many numbers of four bytes.
    ///
    /// @param what for the message
    /// @throws OutOfMemoryError if the device has not enough, also after everything unused was given back
    DeviceBuffer buffer(int count, String what) {
        long bytes = 4L * count;
        DeviceMemory memory = list.take(bytes).orElseThrow(() -> new OutOfMemoryError(noMemory(bytes, what)));
        return new DeviceBuffer(driver, list, memory, count);
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
