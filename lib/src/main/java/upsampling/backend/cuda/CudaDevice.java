package upsampling.backend.cuda;

import upsampling.tensor.Buffer;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The GPU of this process: its driver, its memory and the tables that are on it.
public final class CudaDevice {
    private final CudaDriver driver = new CudaDriver();
    private final DeviceSpace space = new DeviceSpace(driver);
    private final DeviceTables tables = new DeviceTables(driver, space);

    private CudaDevice() { }

    /// Opens the device that {@link CudaProbe} has found.
    public static CudaDevice open() {
        return new CudaDevice();
    }

    CudaDriver driver() {
        return driver;
    }

    DeviceTables tables() {
        return tables;
    }

    /// Returns the memory.
    public DeviceSpace space() {
        return space;
    }

    /// Returns memory for a tensor, whose values are whatever they were.
    public Buffer buffer(Shape shape) {
        return space.buffer(shape.size(), "a tensor " + shape);
    }

    /// Returns memory for a tensor of zeros.
    public Buffer zeros(Shape shape) {
        DeviceBuffer buffer = space.buffer(shape.size(), "a tensor " + shape);
        driver.clear(buffer.memory(), shape.size());
        return buffer;
    }

    /// Returns memory with the given values.
    public Buffer buffer(Shape shape, float[] values) {
        DeviceBuffer buffer = space.buffer(shape.size(), "a tensor " + shape);
        driver.upload(values, buffer.memory());
        return buffer;
    }

    /// Waits until all launches have run.
    public void await() {
        driver.await();
    }

    /// Returns where a tensor is.
    ///
    /// @throws IllegalArgumentException unless it is on the device
    static DeviceMemory memory(Tensor tensor) {
        if (tensor.buffer() instanceof DeviceBuffer buffer) return buffer.memory();
        throw new IllegalArgumentException("CudaBackend: Tensor %s is on backend %s; move it here with .to(backend)".formatted(tensor.shape(), tensor.backend().name()));
    }

    /// Memory for a step on the way; closed after its last launch.
    DeviceBuffer scratch(long count, String what) {
        return space.buffer(Math.toIntExact(Math.max(1, count)), what);
    }

    /// Launches a kernel of which each thread takes some elements.
    void launch(Kernel kernel, long elements, Object... arguments) {
        driver.launch(kernel, Launch.elements(driver, elements), arguments);
    }
}
