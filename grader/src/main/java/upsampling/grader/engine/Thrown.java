package upsampling.grader.engine;

/// What an answer threw, read with care: the methods of an exception may be the answer's own code.
final class Thrown {
    private static final int MOST_CHARACTERS = 300;

    private Thrown() { }

    /// Whether this is the stub of that task: `UnsupportedOperationException("Task 1.2: ...")`. The JDK throws the same class for other reasons.
    static boolean isStubOf(String task, Throwable thrown) {
        return isStub(thrown) && thrown.getMessage().startsWith("Task " + task + ":");
    }

    /// Returns one line: who threw, the class, the message, and the line of the answer it comes from.
    static String text(String who, Throwable thrown, String answerPackage) {
        if (isStub(thrown)) {
            return who + " calls a method that it does not override (" + thrown.getMessage()
                + "); write that part here, or in a method of your own";
        }
        String message = safely(() -> thrown.getMessage());
        String where = safely(() -> where(thrown, answerPackage));
        if (thrown instanceof StackOverflowError) message = "a method calls itself without end";
        String said = message == null ? "" : ": " + Text.capped(message, MOST_CHARACTERS);
        return who + " threw " + thrown.getClass().getSimpleName() + said + (where == null ? "" : ", at " + where);
    }

    private static boolean isStub(Throwable thrown) {
        if (thrown.getClass() != UnsupportedOperationException.class || thrown.getMessage() == null) return false;
        return thrown.getMessage().matches("(?s)Task \\d+\\.\\d+:.*");
    }

    /// Returns the file and line of the innermost frame in the answer's own package, or null.
    private static String where(Throwable thrown, String answerPackage) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (!packageOf(frame.getClassName()).equals(answerPackage)) continue;
            if (frame.getFileName() == null || frame.getFileName().startsWith("$") || frame.getLineNumber() < 1) return null;
            return frame.getFileName() + ":" + frame.getLineNumber();
        }
        return null;
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private interface Reading {
        String read();
    }

    private static String safely(Reading reading) {
        try {
            return reading.read();
        } catch (Throwable hostile) { // getMessage or getStackTrace of the answer's own exception failed: go without
            return null;
        }
    }
}
