package upsampling.kernel.eval;

/// The two streams a cell prints on.
public enum StreamName {
    /// What `System.out` receives.
    STDOUT,
    /// What `System.err` receives.
    STDERR;

    /// The name that the Jupyter protocol and the notebook format use: `stdout` or `stderr`.
    public String label() {
        return this == STDOUT ? "stdout" : "stderr";
    }
}
