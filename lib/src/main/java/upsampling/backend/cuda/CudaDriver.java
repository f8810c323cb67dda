package upsampling.backend.cuda;

import static jcuda.driver.JCudaDriver.cuCtxSetCurrent;
import static jcuda.driver.JCudaDriver.cuDeviceGet;
import static jcuda.driver.JCudaDriver.cuDeviceGetAttribute;
import static jcuda.driver.JCudaDriver.cuDeviceGetName;
import static jcuda.driver.JCudaDriver.cuDevicePrimaryCtxRetain;
import static jcuda.driver.JCudaDriver.cuLaunchKernel;
import static jcuda.driver.JCudaDriver.cuMemAlloc;
import static jcuda.driver.JCudaDriver.cuMemAllocHost;
import static jcuda.driver.JCudaDriver.cuMemFree;
import static jcuda.driver.JCudaDriver.cuMemGetInfo;
import static jcuda.driver.JCudaDriver.cuMemcpyDtoHAsync;
import static jcuda.driver.JCudaDriver.cuMemcpyHtoDAsync;
import static jcuda.driver.JCudaDriver.cuMemsetD32Async;
import static jcuda.driver.JCudaDriver.cuModuleGetFunction;
import static jcuda.driver.JCudaDriver.cuModuleLoadData;
import static jcuda.driver.JCudaDriver.cuStreamCreate;
import static jcuda.driver.JCudaDriver.cuStreamSynchronize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jcuda.CudaException;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;

/// One device, through JCuda: its memory, copies to and from it, and launches, all in one stream. Nothing else in the library calls JCuda.
///
/// Launches return before the kernel has run; only {@link #download} waits. So an error of a kernel shows at a later call: the message then names the launches
/// that may be its cause, and `-Dupsampling.cuda.check=true` waits after each one to find it.
final class CudaDriver implements FreeList.Source {
    /// Whether to look for a faulty kernel: waits after each launch, and memory is as long as what is in it and goes back to the driver at once.
    static final boolean CHECKS = Boolean.getBoolean("upsampling.cuda.check");
    private static final int STAGE = 4 << 20; // bytes; larger copies go in pieces
    private static final int REMEMBERED = 8; // launches for a message

    /// Errors after which every call fails.
    private static final Set<Integer> FATAL = Set.of(CUresult.CUDA_ERROR_ECC_UNCORRECTABLE, CUresult.CUDA_ERROR_NVLINK_UNCORRECTABLE, CUresult.CUDA_ERROR_ILLEGAL_ADDRESS,
        CUresult.CUDA_ERROR_LAUNCH_TIMEOUT, CUresult.CUDA_ERROR_ASSERT, CUresult.CUDA_ERROR_HARDWARE_STACK_ERROR, CUresult.CUDA_ERROR_ILLEGAL_INSTRUCTION,
        CUresult.CUDA_ERROR_MISALIGNED_ADDRESS, CUresult.CUDA_ERROR_INVALID_ADDRESS_SPACE, CUresult.CUDA_ERROR_INVALID_PC, CUresult.CUDA_ERROR_LAUNCH_FAILED);

    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final Map<String, CUmodule> modules = new HashMap<>();
    private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);
    private final LaunchBlock block = new LaunchBlock();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final int processors;
    private final Pointer stagePointer = new Pointer();
    private final ByteBuffer stage; // pinned: the device reads it while Java goes on
    private String broken; // what has ended the device's context; nothing works after it

    /// A launch, as a message names it: texts are made only where one is needed, for they would take longer than the launch.
    private record Pending(Kernel kernel, Launch.Grid grid) {
        @Override
        public String toString() {
            return kernel.symbol() + " " + grid;
        }
    }

    /// @param name as the driver gives it
    /// @param computeCapability `10*major + minor`
    record Device(String name, int computeCapability) { }

    /// Opens the first device.
    CudaDriver() {
        JCudaLoader.load();
        CUdevice device = new CUdevice();
        cuDeviceGet(device, 0);
        cuDevicePrimaryCtxRetain(context, device); // the one that other users of the process share
        cuCtxSetCurrent(context);
        cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING);
        cuMemAllocHost(stagePointer, STAGE);
        stage = stagePointer.getByteBuffer(0, STAGE).order(ByteOrder.nativeOrder());
        processors = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
    }

    /// Returns what is known of the first device before it is opened.
    static Device firstDevice() {
        JCudaLoader.load();
        CUdevice device = new CUdevice();
        cuDeviceGet(device, 0);
        byte[] name = new byte[128];
        cuDeviceGetName(name, name.length, device);
        int major = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        return new Device(new String(name, StandardCharsets.UTF_8).replace("\0", "").strip(), 10 * major + minor);
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        cuDeviceGetAttribute(value, attribute, device);
        return value[0];
    }

    /// Returns how many processors the device has; each runs several blocks of threads at once.
    int processors() {
        return processors;
    }

    @Override
    public synchronized Optional<DeviceMemory> allocate(long bytes) {
        DeviceMemory memory = new DeviceMemory();
        try {
            enter();
            cuMemAlloc(memory, bytes);
        } catch (CudaException e) {
            if (e.getMessage().contains(CUresult.stringFor(CUresult.CUDA_ERROR_OUT_OF_MEMORY))) return Optional.empty();
            throw failure("allocating %,d bytes".formatted(bytes), e);
        }
        memory.allocated(bytes);
        return Optional.of(memory);
    }

    @Override
    public synchronized void free(DeviceMemory memory) {
        attempt(() -> "freeing %,d bytes".formatted(memory.bytes()), () -> cuMemFree(memory));
    }

    /// Returns the free and the whole memory of the device in bytes.
    synchronized long[] memory() {
        long[] free = new long[1];
        long[] total = new long[1];
        attempt(() -> "asking for the memory", () -> cuMemGetInfo(free, total));
        return new long[] {free[0], total[0]};
    }

    /// Copies numbers to the device, after all launches so far.
    synchronized void upload(float[] values, DeviceMemory to) {
        for (int from = 0; from < values.length; from += STAGE / Float.BYTES) {
            int count = Math.min(STAGE / Float.BYTES, values.length - from);
            stage.asFloatBuffer().put(values, from, count);
            copyStage(to, from, count);
        }
        to.keep();
    }

    /// Copies whole numbers to the device.
    synchronized void upload(int[] values, DeviceMemory to) {
        for (int from = 0; from < values.length; from += STAGE / Integer.BYTES) {
            int count = Math.min(STAGE / Integer.BYTES, values.length - from);
            stage.asIntBuffer().put(values, from, count);
            copyStage(to, from, count);
        }
        to.keep();
    }

    private void copyStage(DeviceMemory to, int element, int count) {
        long bytes = 4L * count;
        attempt(() -> "copying %,d bytes to the device".formatted(bytes), () -> {
            cuMemcpyHtoDAsync(to.withByteOffset(4L * element), stagePointer, bytes, stream);
            cuStreamSynchronize(stream); // the stage is about to be used again
        });
        forgetLaunches();
    }

    /// Copies numbers from the device, after all launches so far.
    ///
    /// @param element first one
    synchronized void download(DeviceMemory from, int element, float[] values) {
        for (int done = 0; done < values.length; done += STAGE / Float.BYTES) {
            int count = Math.min(STAGE / Float.BYTES, values.length - done);
            fetchStage(from, element + done, count);
            stage.asFloatBuffer().get(values, done, count);
        }
        from.keep();
    }

    /// Copies whole numbers from the device.
    synchronized void download(DeviceMemory from, int[] values) {
        for (int done = 0; done < values.length; done += STAGE / Integer.BYTES) {
            int count = Math.min(STAGE / Integer.BYTES, values.length - done);
            fetchStage(from, done, count);
            stage.asIntBuffer().get(values, done, count);
        }
        from.keep();
    }

    private void fetchStage(DeviceMemory from, int element, int count) {
        long bytes = 4L * count;
        attempt(() -> "copying %,d bytes from the device".formatted(bytes), () -> {
            cuMemcpyDtoHAsync(stagePointer, from.withByteOffset(4L * element), bytes, stream);
            cuStreamSynchronize(stream);
        });
        forgetLaunches();
    }

    /// Fills memory with zeros.
    synchronized void clear(DeviceMemory memory, int count) {
        attempt(() -> "clearing %,d numbers".formatted(count), () -> cuMemsetD32Async(memory, 0, count, stream));
        memory.keep();
    }

    /// Waits until everything has run.
    synchronized void await() {
        attempt(() -> "waiting for the device", () -> cuStreamSynchronize(stream));
        forgetLaunches();
    }

    /// Launches a kernel.
    ///
    /// @param arguments as the kernel has them: {@link DeviceMemory} or null for a pointer, `Integer`
    synchronized void launch(Kernel kernel, Launch.Grid grid, Object... arguments) {
        Pending what = new Pending(kernel, grid);
        pending.add(what);
        if (pending.size() > REMEMBERED) pending.remove();
        attempt(() -> "launching " + what, () -> {
            block.fill(kernel, arguments);
            cuLaunchKernel(function(kernel), grid.x(), grid.y(), grid.z(), grid.threads(), 1, 1, 0, stream, block.pointers(), null);
            if (CHECKS) cuStreamSynchronize(stream);
        });
        for (Object argument : arguments) if (argument instanceof DeviceMemory memory) memory.keep();
        kernel.count();
    }

    private CUfunction function(Kernel kernel) {
        return functions.computeIfAbsent(kernel, _ -> {
            CUfunction function = new CUfunction();
            cuModuleGetFunction(function, modules.computeIfAbsent(kernel.file(), CudaDriver::module), kernel.symbol());
            return function;
        });
    }

    /// They have run without an error. Who looks for a faulty kernel keeps them: memory tells of a write behind its end when it is given back.
    private void forgetLaunches() {
        if (!CHECKS) pending.clear();
    }

    /// Loads a file of kernels; the driver compiles it for its device, and keeps the result for the next time.
    private static CUmodule module(String file) {
        CUmodule module = new CUmodule();
        cuModuleLoadData(module, KernelFiles.ptx(file));
        return module;
    }

    /// A cell of a notebook runs on a thread of its own, and a context belongs to threads.
    private void enter() {
        if (broken != null) throw new CudaFailure(broken, null);
        cuCtxSetCurrent(context);
    }

    private void attempt(Supplier<String> what, Runnable call) {
        try {
            enter();
            call.run();
        } catch (CudaException e) {
            throw failure(what.get(), e);
        }
    }

    private CudaFailure failure(String what, CudaException e) {
        String message = "CudaBackend: %s failed: %s".formatted(what, e.getMessage());
        boolean isOver = FATAL.stream().anyMatch(error -> e.getMessage().contains(CUresult.stringFor(error)));
        if (isOver) {
            if (!pending.isEmpty()) message += "; one of the last launches is the cause: " + pending.stream().map(Pending::toString).collect(Collectors.joining(", "));
            if (!CHECKS) message += " (-Dupsampling.cuda.check=true finds which one)";
            message += ". The device cannot be used any more: restart the kernel";
            broken = message;
        }
        return new CudaFailure(message, e);
    }
}
