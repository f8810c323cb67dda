package upsampling.kernel.eval;

/// What calls of `System.exit`, `Runtime.exit` and `Runtime.halt` in cell code become. Public, since cell code calls it.
public final class ExitCalls {
    private ExitCalls() { }

    /// Instead of `System.exit(status)`.
    ///
    /// @throws IllegalStateException always
    public static void systemExit(int status) {
        throw refusal("System.exit");
    }

    /// Instead of `runtime.exit(status)`.
    ///
    /// @throws IllegalStateException always
    public static void runtimeExit(Runtime runtime, int status) {
        throw refusal("Runtime.exit");
    }

    /// Instead of `runtime.halt(status)`.
    ///
    /// @throws IllegalStateException always
    public static void runtimeHalt(Runtime runtime, int status) {
        throw refusal("Runtime.halt");
    }

    private static IllegalStateException refusal(String call) {
        return new IllegalStateException(call + " is not available in a notebook: it would end the kernel. "
                + "Leave a method with return, a cell by throwing an exception; the Kernel menu restarts the kernel");
    }
}
