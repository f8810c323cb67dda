package upsampling.backend;

/// Where numbers live and what computes with them.
public interface Backend {
    /// Returns the name used in messages, such as `scalar`.
    String name();
}
