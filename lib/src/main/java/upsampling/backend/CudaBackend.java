package upsampling.backend;

import upsampling.backend.cuda.CudaDevice;
import upsampling.backend.cuda.CudaProbe;
import upsampling.backend.cuda.DeviceConvolutions;
import upsampling.backend.cuda.DeviceElements;
import upsampling.backend.cuda.DevicePools;
import upsampling.backend.cuda.DeviceProducts;
import upsampling.backend.cuda.DeviceSpace;
import upsampling.backend.cuda.DeviceTaps;
import upsampling.backend.cuda.Precision;
import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// An NVIDIA GPU. Tensors live in its memory: operators take and return such tensors, and `x.to(backend)` is the only transfer.
///
/// Work is queued and runs while Java goes on; whoever looks at values waits for it. Tensors should be closed: the garbage collector finds forgotten ones, but it
/// knows nothing of the device's memory and may be late.
///
/// Sums run in float, in a fixed order: results are the same in every run on one device, and differ from {@link ScalarBackend} in the last digits.
public final class CudaBackend implements Backend {
    private static final int TENSOR_CORES = 80; // least compute capability

    private final CudaDevice device;
    private final CudaProbe.Ready description;
    private final Precision precision;

    private CudaBackend(CudaDevice device, CudaProbe.Ready description, Precision precision) {
        this.device = device;
        this.description = description;
        this.precision = precision;
    }

    /// What the driver has answered, and the backend if there is one. Asked at the first use: a program on other backends never wakes a GPU.
    private static final class Shared {
        private static final CudaProbe PROBE;
        private static final CudaBackend BACKEND;

        static {
            CudaProbe answer = CudaProbe.ask();
            CudaBackend backend = null;
            if (answer instanceof CudaProbe.Ready ready) {
                try {
                    backend = new CudaBackend(CudaDevice.open(), ready, Precision.FLOAT32);
                } catch (RuntimeException e) { // other programs may have filled it, or keep it for themselves
                    answer = new CudaProbe.Missing("%s cannot be opened (%s)".formatted(ready.device(), e.getMessage()));
                }
            }
            PROBE = answer;
            BACKEND = backend;
        }
    }

    /// Returns whether this machine has a GPU for this backend, and if not, why.
    public static CudaProbe probe() {
        return Shared.PROBE;
    }

    /// Returns the backend on the first device.
    ///
    /// @throws IllegalStateException if there is none; the message says why
    public static CudaBackend device() {
        if (Shared.BACKEND != null) return Shared.BACKEND;
        throw new IllegalStateException("CudaBackend is not available: %s. Use Backends.vector(), or run on a machine with an NVIDIA driver".formatted(Shared.PROBE));
    }

    /// Returns a backend on the same device that computes convolutions and their gradients with {@link Precision#TF32}: by tensor cores, with an error of about `3e-4` of the
    /// sum of absolute products in place of `1e-7`. Its tensors are its own: move them with `x.to(backend)`.
    ///
    /// @throws IllegalStateException if the device has no tensor cores for it
    public CudaBackend withTf32() {
        if (description.computeCapability() >= TENSOR_CORES) return precision == Precision.TF32 ? this : new CudaBackend(device, description, Precision.TF32);
        throw new IllegalStateException("CudaBackend.withTf32: %s; tensor cores with TF32 need compute capability 8.0 or newer; compute in float".formatted(description));
    }

    /// Returns the device in words, such as `NVIDIA H200, compute capability 9.0, driver for CUDA 13.0`.
    public CudaProbe.Ready description() {
        return description;
    }

    /// Returns the memory of the device, to see what is in use.
    public DeviceSpace space() {
        return device.space();
    }

    /// Waits until all work that was asked for is done: for measurements.
    public void await() {
        device.await();
    }

    @Override
    public String name() {
        return precision == Precision.TF32 ? "cuda-tf32" : "cuda";
    }

    @Override
    public Tensor allocate(Shape shape) {
        Interrupts.check();
        return Tensor.wrap(shape, device.zeros(shape), this);
    }

    @Override
    public Tensor empty(Shape shape) {
        Interrupts.check();
        return Tensor.wrap(shape, device.buffer(shape), this);
    }

    @Override
    public Tensor upload(Shape shape, float[] values) {
        return Tensor.wrap(shape, device.buffer(shape, values), this);
    }

    @Override
    public void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        Interrupts.check();
        DeviceProducts.gemm(device, a, b, add, c);
    }

    @Override
    public void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        Interrupts.check();
        DeviceProducts.im2col(device, x, sample, windows, outWidth, columns);
    }

    @Override
    public void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        Interrupts.check();
        DeviceProducts.col2im(device, columns, windows, outWidth, x, sample);
    }

    @Override
    public void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y) {
        Interrupts.check();
        DeviceTaps.apply(device, x, rows, columns, y);
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        Interrupts.check();
        DevicePools.average(device, x, rows, columns, y);
    }

    @Override
    public Indices maxPool(Tensor x, Window height, Window width, Tensor values) {
        Interrupts.check();
        return DevicePools.maxPool(device, x, height, width, values);
    }

    @Override
    public void maxPoolValues(Tensor x, Window height, Window width, Tensor values) {
        Interrupts.check();
        DevicePools.maxPoolValues(device, x, height, width, values);
    }

    @Override
    public void gather(Tensor x, Indices indices, Tensor y) {
        Interrupts.check();
        DevicePools.gather(device, x, indices, y);
    }

    @Override
    public void scatterSum(Tensor y, Indices indices, Tensor x) {
        Interrupts.check();
        DevicePools.scatterSum(device, y, indices, x);
    }

    @Override
    public void copy(Strided from, Strided to, int... sizes) {
        Interrupts.check();
        DeviceElements.copy(device, from, to, sizes);
    }

    @Override
    public void map(Unary f, Tensor x, Tensor y) {
        Interrupts.check();
        DeviceElements.map(device, f, x, y);
    }

    @Override
    public void zip(Binary f, Tensor a, Tensor b, Tensor y) {
        Interrupts.check();
        DeviceElements.zip(device, f, a, b, y);
    }

    @Override
    public void reduce(Reduction f, Tensor x, Tensor y) {
        Interrupts.check();
        DeviceElements.reduce(device, f, x, y);
    }

    @Override
    public void convolve(Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        convolve(large, weight, Epilogue.NONE, geometry, small);
    }

    @Override
    public void stamp(Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        stamp(small, weight, Epilogue.NONE, geometry, large);
    }

    @Override
    public void convolve(Tensor large, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor small) {
        Interrupts.check();
        DeviceConvolutions.convolve(device, precision, large, weight, epilogue, geometry, small);
    }

    @Override
    public void stamp(Tensor small, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor large) {
        Interrupts.check();
        DeviceConvolutions.stamp(device, precision, small, weight, epilogue, geometry, large);
    }

    @Override
    public void correlate(Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        Interrupts.check();
        DeviceConvolutions.correlate(device, precision, large, small, geometry, weight);
    }
}
