package upsampling.backend;

import java.util.List;

/// The backends that must agree: the plain loops, the fast ones of this machine's processor, and one whose numbers are not on the Java heap.
public final class EveryBackend {
    private EveryBackend() { }

    public static List<Backend> list() {
        return List.of(ScalarBackend.INSTANCE, VectorBackend.all(), new OffHeapBackend());
    }
}
