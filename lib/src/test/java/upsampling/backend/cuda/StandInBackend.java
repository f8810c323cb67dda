package upsampling.backend.cuda;

import java.nio.file.Path;
import java.util.Optional;
import upsampling.backend.CudaBackend;

/// The GPU's backend on the stand-in driver; or on the device of this machine, with `-Dupsampling.cuda=device`.
public final class StandInBackend {
    private StandInBackend() { }

    /// Returns the backend. A test is skipped, and says why, where the stand-in cannot be built; see {@link Required}.
    public static CudaBackend get() {
        if (System.getProperty("upsampling.cuda", "").equals("device")) return CudaBackend.device();
        if (System.getProperty(CudaProbe.LIBRARY) == null) {
            Optional<Path> library = StandIn.library();
            if (library.isEmpty()) Required.lacks("cuda", "the stand-in driver cannot be built: " + StandIn.obstacle());
            System.setProperty(CudaProbe.LIBRARY, library.orElseThrow().toAbsolutePath().toString());
        }
        return CudaBackend.device();
    }
}
