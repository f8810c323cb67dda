package upsampling.backend;

/// Plain loops on the Java heap: the shortest correct code, the same digits on every machine.
public final class ScalarBackend implements Backend {
    public static final ScalarBackend INSTANCE = new ScalarBackend();

    private ScalarBackend() { }

    @Override
    public String name() {
        return "scalar";
    }
}
