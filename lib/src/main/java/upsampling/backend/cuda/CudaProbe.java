package upsampling.backend.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether this machine has an NVIDIA GPU that the course can use. It asks the driver directly, through Java's own foreign-function interface, and touches JCuda only
/// when a driver has answered: on a machine without one, JCuda fails with a page of stack traces, and a second time with another error. It never throws.
public sealed interface CudaProbe {
    /// There is a device.
    ///
    /// @param driverVersion highest CUDA version of the driver, `1000*major + 10*minor`
    /// @param device its name
    /// @param computeCapability `10*major + minor`
    /// @param isEmulated whether it is the stand-in of the tests, which computes on the processor
    record Ready(int driverVersion, String device, int computeCapability, boolean isEmulated) implements CudaProbe {
        /// Returns the line for `doctor` and the start of the kernel, such as `NVIDIA H200, compute capability 9.0, driver for CUDA 13.0`.
        @Override
        public String toString() {
            return "%s, compute capability %d.%d, driver for CUDA %d.%d".formatted(device, computeCapability / 10, computeCapability % 10, driverVersion / 1000,
                driverVersion % 1000 / 10);
        }
    }

    /// There is none, or it cannot be used.
    ///
    /// @param why such as `no CUDA driver (libcuda.so.1 not found)`
    record Missing(String why) implements CudaProbe {
        @Override
        public String toString() {
            return why;
        }
    }

    /// Where the driver is, if not where the system looks: a file name with its folder.
    String LIBRARY = "upsampling.cuda.library";
    /// What the stand-in of the tests calls itself.
    String EMULATOR = "CPU emulator";
    /// Least version of a driver: 11.0, R450. Its compiler takes the PTX of the kernels, which says `.version 7.0`.
    int LEAST_DRIVER = 11_000;
    /// Least compute capability: the kernels are compiled for 7.5, Turing.
    int LEAST_CAPABILITY = 75;

    /// What is called through JCuda. JCuda binds names when they are first called, and a missing one ends the whole process; so they are looked up first.
    List<String> NEEDED = List.of("cuInit", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetName", "cuDeviceGetAttribute",
        "cuDevicePrimaryCtxRetain", "cuCtxSetCurrent", "cuCtxSynchronize", "cuModuleLoadData", "cuModuleGetFunction", "cuLaunchKernel", "cuMemAlloc_v2",
        "cuMemFree_v2", "cuMemGetInfo_v2", "cuMemAllocHost_v2", "cuMemcpyHtoDAsync_v2", "cuMemcpyDtoHAsync_v2", "cuMemsetD32Async", "cuStreamCreate",
        "cuStreamSynchronize", "cuEventCreate", "cuEventRecord", "cuEventSynchronize", "cuEventElapsedTime", "cuEventDestroy_v2");

    /// Returns the name of a GPU as the driver's files have it, without waking it: for a line at the start of a program. On systems without such files, nothing.
    static Optional<String> glance() {
        return glance(Path.of("/proc/driver/nvidia/gpus"));
    }

    /// @param gpus a folder with one for each GPU, which has a file `information` with a line `Model:`
    static Optional<String> glance(Path gpus) {
        if (!Files.isDirectory(gpus)) return Optional.empty();
        try (Stream<Path> folders = Files.list(gpus)) {
            Optional<Path> first = folders.sorted().findFirst();
            if (first.isEmpty()) return Optional.empty();
            try (Stream<String> lines = Files.lines(first.orElseThrow().resolve("information"))) {
                return lines.filter(line -> line.startsWith("Model:")).map(line -> line.substring("Model:".length()).strip()).findFirst();
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // it was only a glance
        }
    }

    /// Asks the driver. Costs some milliseconds, and a second or so where a GPU must wake up; ask once.
    static CudaProbe ask() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) return new Missing("CUDA does not exist on macOS");
        if (!CudaProbe.class.getModule().isNativeAccessEnabled()) { // else Java would print four lines of warnings
            return new Missing("Java was started without --enable-native-access=ALL-UNNAMED, which the GPU path needs");
        }
        String library = System.getProperty(LIBRARY, os.startsWith("windows") ? "nvcuda.dll" : "libcuda.so.1");
        try {
            return ask(library);
        } catch (Throwable e) { // whatever a foreign library does, a lesson goes on without it
            return new Missing("the CUDA driver cannot be used: " + e.toString().lines().findFirst().orElse(""));
        }
    }

    @SuppressWarnings("restricted") // calling a driver is what this is about; Java is started with --enable-native-access
    private static CudaProbe ask(String library) throws Throwable {
        SymbolLookup driver;
        try {
            // A library that is loaded by its file answers to its own name, libcuda.so.1, afterwards: JCuda then binds to it.
            if (library.contains("/") || library.contains("\\")) System.load(library);
            driver = SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
            if (Files.exists(Path.of(library))) return new Missing("the CUDA driver cannot be loaded (%s: %s)".formatted(library, e.getMessage().replace(library + ": ", "")));
            return new Missing("no CUDA driver (" + library + " not found)");
        }
        for (String name : NEEDED) if (driver.find(name).isEmpty()) return new Missing("the CUDA driver lacks " + name + "; it is too old or too new");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
            int error = (int) function(driver, "cuInit", ValueLayout.JAVA_INT).invoke(0);
            if (error == 100) return new Missing("the CUDA driver sees no device");
            if (error != 0) return new Missing("the CUDA driver does not start (error %d of cuInit)".formatted(error));
            int ignored = (int) function(driver, "cuDriverGetVersion", ValueLayout.ADDRESS).invoke(number);
            int version = number.get(ValueLayout.JAVA_INT, 0);
            if (version < LEAST_DRIVER) {
                return new Missing("the CUDA driver is for CUDA %d.%d; it must be for 11.0 (R450) or newer".formatted(version / 1000, version % 1000 / 10));
            }
            ignored = (int) function(driver, "cuDeviceGetCount", ValueLayout.ADDRESS).invoke(number);
            if (number.get(ValueLayout.JAVA_INT, 0) == 0) return new Missing("the CUDA driver sees no device");
            CudaDriver.Device device = CudaDriver.firstDevice();
            if (device.computeCapability() < LEAST_CAPABILITY) {
                return new Missing("%s has compute capability %d.%d; it must be 7.5 (Turing) or newer".formatted(device.name(), device.computeCapability() / 10,
                    device.computeCapability() % 10));
            }
            return new Ready(version, device.name(), device.computeCapability(), device.name().startsWith(EMULATOR));
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(SymbolLookup driver, String name, ValueLayout argument) {
        return Linker.nativeLinker().downcallHandle(driver.findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, argument));
    }
}
