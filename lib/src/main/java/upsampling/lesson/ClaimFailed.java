package upsampling.lesson;

/// A statement of the course that does not hold. Its message says what was expected and what came; it has no stack trace, because the cell is
/// the place.
public final class ClaimFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClaimFailed(String message) {
        super(message, /* cause= */ null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
}
