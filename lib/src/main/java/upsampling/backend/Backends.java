package upsampling.backend;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import upsampling.backend.cuda.CudaProbe;

/// The backends by name, and the quickest one of this machine.
public final class Backends {
    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static final String COMPILER = "-XX:TieredStopAtLevel=";
    private static final String BEST_COMPILER = COMPILER + 4;

    private Backends() { }

    /// Returns the plain loops, which give the same digits on every machine.
    public static Backend scalar() {
        return ScalarBackend.INSTANCE;
    }

    /// Returns the fast backend of this machine's processor, with all its cores.
    ///
    /// @throws IllegalStateException if Java was started without the module that it needs; the message says how to start it
    public static Backend vector() {
        return VectorBackend.all();
    }

    /// Returns the backend of this machine's NVIDIA GPU.
    ///
    /// @throws IllegalStateException if there is none that can be used; the message says why
    public static Backend cuda() {
        return CudaBackend.device();
    }

    /// Returns the quickest backend that there is: a GPU, else the processor's vectors, else the plain loops. The first time, one line on standard output says which
    /// one that is, and why.
    ///
    /// @throws IllegalStateException if there is no GPU and `-Dupsampling.require=cuda` asks for one
    public static Backend best() {
        CudaProbe gpu = CudaBackend.probe();
        Optional<String> obstacle = obstacle(VectorBackend.isAvailable(), ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (SAID.compareAndSet(false, true)) System.out.println(choice(gpu, obstacle, Runtime.getRuntime().availableProcessors()));
        if (gpu instanceof CudaProbe.Ready || isRequired("cuda")) return cuda();
        return obstacle.isPresent() ? scalar() : vector();
    }

    /// Whether `-Dupsampling.require=cuda,vector` names a backend: then to compute elsewhere is an error.
    static boolean isRequired(String backend) {
        return List.of(System.getProperty("upsampling.require", "").split(",")).contains(backend);
    }

    /// Returns what speaks against the fast backend: the module may be missing; and without Java's best compiler every vector is an object, and the fast loops are
    /// some ten times slower than the plain ones.
    ///
    /// @param options with which Java was started
    static Optional<String> obstacle(boolean hasVectors, List<String> options) {
        if (!hasVectors) return Optional.of("without --add-modules jdk.incubator.vector, which the fast backend needs");
        return options.stream().filter(option -> option.equals("-Xint") || option.startsWith(COMPILER) && !option.equals(BEST_COMPILER)).findFirst()
            .map(option -> "with " + option + ", and the fast backend needs the compiler that this leaves out");
    }

    /// Returns the line about the choice.
    static String choice(CudaProbe gpu, Optional<String> obstacle, int processors) {
        if (gpu instanceof CudaProbe.Ready ready) return "Computing on backend cuda: %s.".formatted(ready);
        return obstacle.map(why -> "Computing on backend scalar, the plain loops: Java was started " + why + ".")
            .orElseGet(() -> "Computing on backend vector: %d %s; no GPU: %s.".formatted(processors, processors == 1 ? "core" : "cores", gpu));
    }
}
