package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A stand-in whose kernels have faults: in each kernel one, so that one build serves all tests.
///
/// ```
/// map    writes one number behind its result, which is right
/// zip    half of the threads wait at another barrier than the others
/// gemm   does not wait until a tile is in shared memory
/// ```
final class FaultyStandIn {
    private static final Path FOLDER = Path.of("target", "stand-in-faults");

    private FaultyStandIn() { }

    /// Returns the library; skips the test where it cannot be built.
    static synchronized Path library() throws IOException {
        Child.skipWithoutStandIn();
        Path kernels = Files.createDirectories(FOLDER.resolve("kernels"));
        try (Stream<Path> files = Files.list(Ptx.FOLDER)) {
            List<Path> headers = files.filter(path -> path.toString().endsWith(".cuh")).toList();
            for (Path header : headers) Files.writeString(kernels.resolve(header.getFileName()), Files.readString(header));
        }
        Files.writeString(kernels.resolve("products.cu"), Files.readString(Ptx.FOLDER.resolve("products.cu"))); // gemm: its header has the switch
        String elements = Files.readString(Ptx.FOLDER.resolve("elements.cu"));
        elements = planted(elements, "map_f32", "if (blockIdx.x == 0 && threadIdx.x == 0) y[count] = 0.f;");
        elements = planted(elements, "zip_f32", "if (threadIdx.x % 2) __syncthreads();\nelse __syncthreads();");
        Files.writeString(kernels.resolve("elements.cu"), elements);
        return StandIn.library(List.of("-DFAULT_MISSING_BARRIER"), kernels, FOLDER);
    }

    /// A source in which a kernel begins with these lines.
    private static String planted(String source, String kernel, String lines) {
        return changed(source, " " + kernel + "(", "{", "{\n" + lines + "\n");
    }

    /// A text with another part; a test must not go on with a fault that is not there.
    static String changed(String text, String part, String other) {
        return changed(text, "", part, other);
    }

    /// The same for the first such part behind a place.
    private static String changed(String text, String place, String part, String other) {
        int from = text.indexOf(place);
        int at = from < 0 ? -1 : text.indexOf(part, from);
        assertNotEquals(-1, at, "nothing was planted: the source has no " + place + " " + part);
        return text.substring(0, at) + other + text.substring(at + part.length());
    }
}
