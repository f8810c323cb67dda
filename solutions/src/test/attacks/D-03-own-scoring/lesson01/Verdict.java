package upsampling.grader;

public enum Verdict {
    PASS, PARTIAL, WRONG, NOT_STARTED, EXCEPTION, TIMEOUT, MEMORY, CRASH, FORBIDDEN, COMPILE_ERROR, MISSING, UNGRADED;

    /// Everybody has.
    public boolean passed() {
        return true;
    }
}
