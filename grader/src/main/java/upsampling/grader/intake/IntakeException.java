package upsampling.grader.intake;

/// What the teacher gave cannot be read as a whole; the message says what to give instead.
public final class IntakeException extends Exception {
    private static final long serialVersionUID = 1;

    IntakeException(String message) {
        super(message);
    }
}
