package upsampling.backend.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The kernels as they come with the library: a `.ptx`, which any driver since CUDA 11 compiles for its device, beside the `.cu` that it was made from.
final class KernelFiles {
    private KernelFiles() { }

    /// Returns the text of a `.ptx`.
    static String ptx(String file) {
        String name = file + ".ptx";
        try (InputStream in = KernelFiles.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("CudaBackend: the file %s is missing from the library; build it again".formatted(name));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
