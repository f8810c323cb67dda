package upsampling.grader.engine;

/// Carries what an answer threw through the test, so that it is never taken for an error of the test.
public final class AnswerThrew extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerThrew(Throwable cause) {
        super(null, cause, false, false); // no text: getMessage of the cause is the answer's code
    }

    /// Returns what the answer threw, or the exception itself if it does not come from an answer.
    public static Throwable causeOf(RuntimeException e) {
        return e instanceof AnswerThrew threw ? threw.getCause() : e;
    }
}
