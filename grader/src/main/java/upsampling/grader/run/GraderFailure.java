package upsampling.grader.run;

/// The grader could not do its work: a fault of the machine or of the course, never of an answer.
public final class GraderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what failed and what to do
    public GraderFailure(String message) {
        super(message);
    }

    /// @param message what failed and what to do
    /// @param cause why
    public GraderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
