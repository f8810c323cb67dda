package upsampling.cli;

/// Ends a command with one message for the person at the terminal and an exit code; never printed with a stack trace.
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    static Failure person(String message) {
        return new Failure(Exit.PERSON, message);
    }

    static Failure infrastructure(String message) {
        return new Failure(Exit.INFRASTRUCTURE, message);
    }

    static Failure usage(String message) {
        return new Failure(Exit.USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
