package upsampling.bench.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.backend.Strided;
import upsampling.bench.speed.Direction;
import upsampling.bench.speed.Workload;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What the device can do at most, as far as it could be measured.
///
/// Of memory it is the fastest copy of large arrays. Ours are two kernels of the library, so it may be too low; where PyTorch has measured, its copy counts too. How many
/// products a device can do, nothing of ours can tell, since a ceiling must not sink with a slow kernel. It is known only where PyTorch has measured a large product of
/// matrices in strict float32.
///
/// @param copyGigabytes bytes read and written by our own copy per second, in 1e9
/// @param peerCopyGigabytes the same of PyTorch's copy, or null
/// @param peerGigaflops products and sums per second of PyTorch's matrix product, in 1e9, or null
record GpuCeilings(double copyGigabytes, Double peerCopyGigabytes, Double peerGigaflops) {
    /// Operations per byte from which a workload counts as limited by computing, where the peak is not known: that of an H200 in float32, 67 TFLOP/s to 4.3 TB/s.
    static final double USUAL_RIDGE = 16;
    private static final int LARGE = 1 << 28; // floats; 1.07 GB
    private static final int LEAST = 1 << 20;
    private static final int TINY = 1 << 12;
    private static final int BLOCKS = 10;
    private static final int CALLS = 10;

    /// Measures how fast memory is copied.
    static GpuCeilings measure(CudaBackend backend, boolean isRehearsal) {
        for (int floats = isRehearsal ? TINY : LARGE; ; floats /= 2) {
            try {
                return new GpuCeilings(copy(backend, floats, isRehearsal ? 1 : BLOCKS), null, null);
            } catch (OutOfMemoryError e) {
                if (floats <= LEAST) throw e; // else a smaller one is large enough for a device with so little memory
            }
        }
    }

    private static double copy(CudaBackend backend, int floats, int blocks) {
        Shape shape = Shape.of(1, 1, 1, floats);
        double fastest = 0;
        try (Tensor from = backend.allocate(shape); Tensor to = backend.allocate(shape)) {
            List<Consumer<CudaBackend>> copies = new ArrayList<>();
            copies.add(device -> device.copy(Strided.of(from, floats), Strided.of(to, floats), floats));
            copies.add(device -> device.map(Backend.Unary.RELU, from, to));
            for (Consumer<CudaBackend> copy : copies) {
                copy.accept(backend);
                backend.await();
                for (int block = 0; block < blocks; block++) {
                    long start = System.nanoTime();
                    for (int call = 0; call < CALLS; call++) copy.accept(backend);
                    backend.await();
                    fastest = Math.max(fastest, 2.0 * Float.BYTES * floats * CALLS / (System.nanoTime() - start));
                }
            }
        }
        return fastest;
    }

    /// Returns these with what PyTorch has measured on the same device.
    GpuCeilings with(Peer peer) {
        return new GpuCeilings(copyGigabytes, peer.copyGigabytes(), peer.matmulGigaflops());
    }

    /// Returns the bandwidth that limits, in GB/s.
    double gigabytes() {
        return peerCopyGigabytes == null ? copyGigabytes : Math.max(copyGigabytes, peerCopyGigabytes);
    }

    /// Returns what limits a workload: `compute` or `memory`.
    String bound(Workload workload, Direction direction) {
        double ridge = peerGigaflops == null ? USUAL_RIDGE : peerGigaflops / gigabytes();
        return workload.flop(direction) > ridge * workload.bytes(direction) ? "compute" : "memory";
    }

    /// Returns the least time over the measured one; null if it is limited by computing, and nobody has measured how fast that can be.
    Double share(Workload workload, Direction direction, double ms) {
        if (bound(workload, direction).equals("memory")) return workload.bytes(direction) / gigabytes() * 1e-6 / ms;
        return peerGigaflops == null ? null : workload.flop(direction) / peerGigaflops * 1e-6 / ms;
    }
}
