package upsampling.backend.cuda;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import upsampling.backend.CudaBackend;

/// The GPU's backend on the stand-in driver; or on the device of this machine, with `-Dupsampling.cuda=device`.
public final class StandInBackend {
    private StandInBackend() { }

    /// Returns the backend. A test is skipped, and says why, where the stand-in cannot be built; with `-Dupsampling.require=cuda` it fails instead.
    public static CudaBackend get() {
        if (System.getProperty("upsampling.cuda", "").equals("device")) return CudaBackend.device();
        if (System.getProperty(CudaProbe.LIBRARY) == null) {
            Optional<Path> library = StandIn.library();
            if (library.isEmpty()) {
                String why = "the stand-in driver cannot be built: " + StandIn.obstacle();
                if (System.getProperty("upsampling.require", "").contains("cuda")) throw new AssertionError(why);
                Assumptions.abort(why);
            }
            System.setProperty(CudaProbe.LIBRARY, library.orElseThrow().toAbsolutePath().toString());
        }
        return CudaBackend.device();
    }
}
