package upsampling.kernel.eval;

/// Whether code could be run as it is.
public enum Completeness {
    /// It can be run.
    COMPLETE,
    /// Something must follow, such as a closing brace.
    INCOMPLETE,
    /// It is wrong whatever follows.
    INVALID
}
