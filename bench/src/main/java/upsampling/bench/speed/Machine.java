package upsampling.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.global.torch;

/// On what was measured.
///
/// @param java version of the JDK
/// @param cpu name of the processor
/// @param processors how many threads it runs at once
/// @param lanes floats in a vector of ours
/// @param libtorch version of the library and its binding
/// @param libtorchVectors the instructions that libtorch uses, such as `AVX512`
/// @param heapGigabytes largest heap of the JVM
record Machine(String java, String cpu, int processors, int lanes, String libtorch, String libtorchVectors, double heapGigabytes) {

    static Machine current() {
        return new Machine(Runtime.version().toString(), processorName(), Runtime.getRuntime().availableProcessors(), FmaLoop.lanes(),
                torch.class.getPackage().getImplementationVersion(), torch.get_cpu_capability().getString(), Runtime.getRuntime().maxMemory() / 1e9);
    }

    /// Linux says it in a file; elsewhere Java knows only the architecture.
    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*?:", "").strip()).findFirst().orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.name") + " " + System.getProperty("os.arch");
        }
    }
}
