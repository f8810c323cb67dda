package upsampling.backend;

import java.util.List;
import upsampling.backend.cuda.StandInBackend;

/// The backends that must agree: the plain loops, the fast ones of this machine's processor, and one whose numbers are not on the Java heap.
///
/// With `-Dupsampling.backends=cuda` it is the GPU's alone, on the stand-in driver that needs no GPU: `lib/pom.xml` runs the operator tests once more that way.
public final class EveryBackend {
    private EveryBackend() { }

    public static List<Backend> list() {
        if (System.getProperty("upsampling.backends", "").equals("cuda")) return List.of(StandInBackend.get());
        return List.of(ScalarBackend.INSTANCE, VectorBackend.all(), new OffHeapBackend());
    }
}
