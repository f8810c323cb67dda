package upsampling.backend.cuda;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import upsampling.tensor.Buffer;

/// The values of a tensor in the device's memory. Whoever made the tensor closes it; what was forgotten comes back when the garbage collector finds it, which
/// knows nothing of the device's memory and may be late, so such leaks are counted.
final class DeviceBuffer implements Buffer, AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final CudaDriver driver;
    private final int size;
    private final Owned owned;
    private final Cleaner.Cleanable net;

    DeviceBuffer(CudaDriver driver, FreeList list, DeviceMemory memory, int size) {
        this.driver = driver;
        this.size = size;
        owned = new Owned(list, memory, new AtomicBoolean());
        net = CLEANER.register(this, owned);
    }

    /// What must be given back, once.
    private record Owned(FreeList list, DeviceMemory memory, AtomicBoolean isGiven) implements Runnable {
        @Override
        public void run() { // by the garbage collector, or by close after it has given everything back
            if (isGiven.compareAndSet(false, true)) list.giveForgotten(memory);
        }
    }

    DeviceMemory memory() {
        return new DeviceMemory(owned.memory, this);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float get(int index) {
        float[] one = new float[1];
        driver.download(memory(), index, one);
        return one[0];
    }

    @Override
    public float[] toArray() {
        float[] values = new float[size];
        driver.download(memory(), 0, values);
        return values;
    }

    @Override
    public void close() {
        if (owned.isGiven.compareAndSet(false, true)) owned.list.give(owned.memory);
        net.clean();
    }
}
