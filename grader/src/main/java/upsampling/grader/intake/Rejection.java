package upsampling.grader.intake;

/// One submission cannot be read, or must not be: the message says why. It ends that submission and no other.
final class Rejection extends Exception {
    private static final long serialVersionUID = 1;

    Rejection(String message) {
        super(message, null, false, false);
    }
}
